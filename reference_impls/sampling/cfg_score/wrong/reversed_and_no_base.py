# slip: none
def cfg_score(score_c, score_u, w):
    return w * (score_u - score_c)
