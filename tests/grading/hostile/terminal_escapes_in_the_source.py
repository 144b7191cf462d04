# expect: error
# family: terminal escapes
# attempts: control characters in the lines of the file that a traceback quotes
# stopped by: cleaning
def attention(q, k, v, mask=None):
    raise ValueError("]52;c;cGFzcw==[2J quoted")  # ‮⁦ dessap
