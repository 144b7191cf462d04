# slip: eight-forgotten
def alibi_bias(n_heads, length):
    return [[[-(2 ** (-h / n_heads)) * (i - j) if j <= i else float("-inf") for j in range(length)] for i in range(length)] for h in range(1, n_heads + 1)]
