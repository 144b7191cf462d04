# problem: ssim-global
# expect: fail
# says: also asks for peak
# not: also asks for x
def ssim(gt, pred, c1=1e-4, c2=9e-4):
    m1, m2 = gt.mean(), pred.mean()
    cov = ((gt - m1) * (pred - m2)).mean()
    shown = (2 * m1 * m2 + c1) * (2 * cov + c2)
    return shown / ((m1 * m1 + m2 * m2 + c1) * (gt.var() + pred.var() + c2))
