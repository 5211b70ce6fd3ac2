# Fits one axis to roll calls with a package of R and writes what a forecast needs. Arguments: package, matrix of votes, output.
# The matrix has a row a voter and a column a roll call: 1 yes, 0 abstention or no, empty where nothing is known.
arguments <- commandArgs(TRUE)
votes <- as.matrix(read.csv(arguments[2], header = FALSE))
rownames(votes) <- paste0("v", seq_len(nrow(votes)))
colnames(votes) <- paste0("r", seq_len(ncol(votes)))
split <- which(apply(votes, 2, function(own) any(own == 1, na.rm = TRUE) && any(own == 0, na.rm = TRUE)))
set.seed(1)
before <- proc.time()[["user.self"]]
if (arguments[1] == "pscl") {
  suppressPackageStartupMessages(library(pscl))
  fit <- ideal(rollcall(votes[, split], yea = 1, nay = 0, missing = NA, legis.names = rownames(votes)), d = 1, maxiter = 2000, burnin = 1000, thin = 10, store.item = TRUE, normalize = TRUE)
  place <- fit$xbar[, 1]
  items <- cbind(fit$betabar[, "Discrimination D1"], fit$betabar[, "Difficulty"])
} else {
  suppressPackageStartupMessages(library(MCMCpack))
  fit <- MCMCirt1d(votes[, split], burnin = 1000, mcmc = 1000, thin = 5, store.item = TRUE, store.ability = TRUE, seed = 1)
  means <- colMeans(fit)
  place <- means[paste0("theta.v", seq_len(nrow(votes)))]
  items <- cbind(means[paste0("beta.", colnames(votes)[split])], means[paste0("alpha.", colnames(votes)[split])])
}
seconds <- proc.time()[["user.self"]] - before
all <- matrix(NA, ncol(votes), 2)
all[split, ] <- items
writeLines(c(seconds, paste(place, collapse = ","), paste(all[, 1], collapse = ","), paste(all[, 2], collapse = ",")), arguments[3])
