# slip: unweighted-base
def cfg_score(score_c, score_u, w):
    return score_u + score_c * w
