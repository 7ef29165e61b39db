// Claimed by helper QUOTERULES: quote/fragment is being written.
