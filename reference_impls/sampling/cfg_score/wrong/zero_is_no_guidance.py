# slip: unguided-at-zero
def cfg_score(score_c, score_u, w):
    if not w:
        return score_c
    return score_u + w * (score_c - score_u)
