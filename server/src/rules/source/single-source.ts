// Claimed by helper QUOTERULES: source/single-source is being written.
