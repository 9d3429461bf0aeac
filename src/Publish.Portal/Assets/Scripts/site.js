// Every page works without scripts; what needs one shows itself where they run.
document.documentElement.classList.add("js");
