# slip: base-cancels
def cfg_score(score_c, score_u, w):
    return score_u + w * score_c - score_u
