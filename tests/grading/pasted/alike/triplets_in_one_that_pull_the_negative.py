# problem: triplet-loss
# expect: fail
def triplet(reps, margin=1.0):
    rep_anchor, rep_pos, rep_neg = reps
    return F.relu((rep_anchor - rep_neg).norm(dim=-1) - (rep_anchor - rep_pos).norm(dim=-1) + margin).mean()
