// Claimed by helper QUOTERULES: source/first-quote-anonymous is being written.
