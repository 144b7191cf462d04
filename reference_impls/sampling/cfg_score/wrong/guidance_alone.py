# slip: only-the-difference
def cfg_score(score_c, score_u, w):
    return w * (score_c - score_u)
