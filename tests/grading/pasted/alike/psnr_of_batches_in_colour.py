# problem: psnr
# says: batches of one image
def batch_psnr(img1, img2, max_val=255.0):
    mse = ((img1.float() - img2.float()) ** 2).mean(dim=[1, 2, 3])
    return (10 * torch.log10(max_val**2 / mse)).mean()
