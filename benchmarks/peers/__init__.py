"""The other tools, each as the script that a person would write with it: `main(project, output)`."""
