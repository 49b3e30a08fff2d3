"""What stood at an earlier commit, by the git that is installed. Nothing of the repository is ever changed."""
