// Claimed by helper QUOTERULES: quote/dialect-spelling is being written.
