"""The trained judge of sentences: how likely one sentence answers, in whatever words."""
