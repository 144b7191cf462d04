# problem: diffusion-dpo-loss
# says: gets predictions whose squared errors
def diffusion_dpo_loss(model_pred_w, model_pred_l, ref_pred_w, ref_pred_l, target_w, target_l, beta=5000.0):
    def error(prediction, target):
        return ((prediction - target) ** 2).flatten(1).mean(1)

    won = error(model_pred_w, target_w) - error(ref_pred_w, target_w)
    lost = error(model_pred_l, target_l) - error(ref_pred_l, target_l)
    return {"loss": F.softplus(beta * (won - lost)).mean(), "margin": (lost - won).mean().item()}
