// Claimed by helper QUOTERULES: quote/run-together is being written.
