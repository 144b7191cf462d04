# problem: diffusion-dpo-loss
# says: given in your err: err_w, ref_err_w, err_l and ref_err_l
def loss(err, beta):
    d = (err["err_w"] - err["ref_err_w"]) - (err["err_l"] - err["ref_err_l"])
    return F.softplus(beta * d).mean()
