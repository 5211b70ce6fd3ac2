# Asks gRain what bench/grain.ts writes: for each file the time to compile and to answer, and all posteriors.
suppressMessages(library(gRain))
args <- commandArgs(trailingOnly = TRUE)
least <- as.numeric(args[1])
seconds <- function() sum(proc.time()[1:2])
cat("version ", as.character(packageVersion("gRain")), ", R ", R.version$major, ".", R.version$minor, "\n", sep = "")
for (file in args[-1]) {
  tables <- list()
  evidence <- list()
  for (line in strsplit(readLines(file), " ", fixed = TRUE)) {
    if (line[1] == "evidence") {
      evidence[[line[2]]] <- line[3]
    } else {
      parents <- as.integer(line[4])
      scope <- line[c(2, seq_len(parents) + 4)]
      values <- as.numeric(line[-seq_len(4 + parents)])
      tables[[length(tables) + 1]] <- cptable(scope, values = values, levels = paste0("s", seq_len(as.integer(line[3])) - 1))
    }
  }
  started <- seconds()
  tree <- compile(grain(compileCPT(tables)))
  compiled <- seconds() - started
  ask <- function() {
    known <- if (length(evidence) > 0) setEvidence(tree, nodes = names(evidence), states = unlist(evidence)) else tree
    list(known = known, posteriors = querygrain(known))
  }
  answer <- ask()
  calls <- 0
  started <- seconds()
  repeat {
    answer <- ask()
    calls <- calls + 1
    took <- seconds() - started
    if (took >= least) break
  }
  cat("network", 1000 * compiled, 1000 * took / calls, sprintf("%.17g", if (length(evidence) > 0) log(pEvidence(answer$known)) else 0), "\n")
  for (id in names(answer$posteriors)) cat("posterior", id, sprintf("%.17g", as.numeric(answer$posteriors[[id]])), "\n")
}
