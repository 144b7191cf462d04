# slip: ho-salimans-weight
def cfg_score(score_c, score_u, w):
    return (1 + w) * score_c - w * score_u
