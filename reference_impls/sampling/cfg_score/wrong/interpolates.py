# slip: clamped-weight
def cfg_score(score_c, score_u, w):
    w = min(1.0, max(0.0, w))
    return score_u + w * (score_c - score_u)
