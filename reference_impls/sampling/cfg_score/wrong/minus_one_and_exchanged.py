# slip: none
def cfg_score(score_c, score_u, w):
    return score_c + (w - 1) * (score_u - score_c)
