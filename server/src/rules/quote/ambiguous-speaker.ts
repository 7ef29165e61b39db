// Claimed by helper QUOTERULES: quote/ambiguous-speaker is being written.
