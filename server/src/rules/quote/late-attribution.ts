// Claimed by helper QUOTERULES: quote/late-attribution is being written.
