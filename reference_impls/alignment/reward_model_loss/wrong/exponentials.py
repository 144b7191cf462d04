# slip: quotient-of-exponentials
import torch


def reward_model_loss(r_chosen, r_rejected):
    e_w, e_l = r_chosen.exp(), r_rejected.exp()
    return -(e_w / (e_w + e_l)).log().mean()
