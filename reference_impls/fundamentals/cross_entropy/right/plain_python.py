import math
def cross_entropy(logits, targets):
    tot=0.0
    rows=logits.tolist()
    for r,t in zip(rows,targets.tolist()):
        m=max(r); tot+=m+math.log(sum(math.exp(v-m) for v in r))-r[t]
    return tot/len(rows)
