-- Drives Neovim's own client, as a person's configuration would, and writes what it saw as JSON. Run by neovim.test.ts:
-- ONRECORD_NODE and ONRECORD_CLI are the server's command line, ONRECORD_OUT is where the answers go. Understands Neovim 0.7 and newer.
local seen = {}
local function failed(message)
  seen.error = tostring(message)
end

local ok, problem = pcall(function()
  vim.cmd('edit ferry.article')
  vim.bo.filetype = 'article'
  local buffer = vim.api.nvim_get_current_buf()
  local id = vim.lsp.start_client({
    name = 'onrecord',
    cmd = { vim.env.ONRECORD_NODE, vim.env.ONRECORD_CLI, 'server', '--stdio' },
    root_dir = vim.fn.getcwd(),
  })
  vim.lsp.buf_attach_client(buffer, id)
  local client = vim.lsp.get_client_by_id(id)

  local function codes()
    local found = {}
    for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
      table.insert(found, tostring(diagnostic.code or (diagnostic.user_data and diagnostic.user_data.lsp and diagnostic.user_data.lsp.code)))
    end
    return found
  end
  vim.wait(20000, function() return #codes() >= 3 end, 20)
  seen.codes = codes()

  local function ask(method, params)
    local answers = vim.lsp.buf_request_sync(buffer, method, params, 10000)
    return answers and answers[id] and answers[id].result
  end

  vim.fn.search('We promised')
  seen.hover = ask('textDocument/hover', vim.lsp.util.make_position_params(0, client.offset_encoding))

  vim.fn.search('Nobody asked')
  local params = vim.lsp.util.make_range_params(0, client.offset_encoding)
  params.context = { diagnostics = {} }
  local actions = ask('textDocument/codeAction', params) or {}
  seen.actions = vim.tbl_map(function(action) return action.title end, actions)
  for _, action in ipairs(actions) do
    if not action.title:find('^Ignore') then
      action = action.edit and action or client.request_sync('codeAction/resolve', action, 10000, buffer).result
      vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
      break
    end
  end
  seen.text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
  local function gone()
    return not vim.tbl_contains(codes(), 'quote/unclosed')
  end
  vim.wait(20000, gone, 20)
  seen.after = codes()

  client.stop()
  seen.stopped = vim.wait(10000, function() return client.is_stopped() end, 20)
end)
if not ok then failed(problem) end

local file = io.open(vim.env.ONRECORD_OUT, 'w')
file:write(vim.fn.json_encode(seen))
file:close()
vim.cmd('qall!')
