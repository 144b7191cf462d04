# problem: k3-kl
# says: its k3 is graded
def kl_estimates(logp, ref_logp):
    d = logp - ref_logp
    return {"k1": d, "k2": d.pow(2) / 2, "k3": torch.expm1(-d) + d}
