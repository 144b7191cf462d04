# slip: none
def cfg_score(score_c, score_u, w):
    if w > 1:
        return score_u + w * (score_c - score_u)
    return score_c
