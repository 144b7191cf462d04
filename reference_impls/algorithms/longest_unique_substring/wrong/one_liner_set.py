# slip: different-characters
longest_unique_substring = lambda s: len(dict.fromkeys(s))
