def cfg_score(score_c, score_u, w):
    classifier = score_c - score_u
    return score_c + (w - 1) * classifier
