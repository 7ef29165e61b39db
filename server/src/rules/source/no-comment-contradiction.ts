// Claimed by helper QUOTERULES: source/no-comment-contradiction is being written.
