# slip: none
def cfg_score(score_c, score_u, w):
    w = min(max(w, 0.0), 1.0)
    return score_u + w * (score_u - score_c)
