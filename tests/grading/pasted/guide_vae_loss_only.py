# problem: vae
# expect: invalid
# says: the file does not define VAE, a class of enc, dec; it defines: vae_loss, but no class
def vae_loss(x, x_rec, mu, logvar):
    return F.mse_loss(x_rec, x, reduction="sum") - 0.5 * (1 + logvar - mu ** 2 - logvar.exp()).sum()
