// Package terminal is what a program does for a person at a terminal and for
// nobody else: colours, lines no wider than the window, signs of progress.
//
// It owns whether there is a terminal and what it can. It does not own what is
// said.
//
//	if terminal.Colors(os.Stdout, "auto") { … }
package terminal
