package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/terminal"
)

// helpCommand prints the help of the program or of a command.
func helpCommand(env *environment) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Say what a command does",
		Long: `Help prints what a command does, its flags and examples; without a command, what
commands there are.`,
		Example: `  wbxgen help generate
  wbxgen help`,
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, c := range cmd.Root().Commands() {
				if len(args) == 0 && c.IsAvailableCommand() {
					names = append(names, c.Name()+"\t"+c.Short)
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			found, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 && found == cmd.Root() {
				return unknownCommand(cmd.Root(), args[0])
			}
			return found.Help()
		},
	}
}

// printHelp prints the help of a command, for people and no wider than their
// terminal.
func printHelp(env *environment, cmd *cobra.Command) {
	io.WriteString(env.stdout, helpText(cmd, min(terminal.Width(env.stdout), widest)))
}

// widest is how long lines of help get on a wide terminal: longer ones are
// hard to read.
const widest = 100

func helpText(cmd *cobra.Command, width int) string {
	cmd.InitDefaultHelpFlag()
	cmd.InitDefaultVersionFlag()
	var b strings.Builder
	b.WriteString(terminal.Wrap(first(cmd.Long, cmd.Short), width) + "\n")
	fmt.Fprintf(&b, "\nUsage:\n  %s\n", cmd.UseLine())
	if cmd.HasAvailableSubCommands() {
		b.WriteString("\nCommands:\n")
		for _, c := range cmd.Commands() {
			if c.IsAvailableCommand() {
				b.WriteString(terminal.Hang("  "+pad(c.Name(), cmd), c.Short, width))
			}
		}
	}
	if cmd.Example != "" {
		fmt.Fprintf(&b, "\nExamples:\n%s\n", cmd.Example)
	}
	if local := cmd.LocalFlags(); cmd.HasAvailableLocalFlags() {
		b.WriteString("\nFlags:\n" + local.FlagUsagesWrapped(width))
	}
	if cmd.HasAvailableInheritedFlags() {
		b.WriteString("\nFlags of all commands:\n" + cmd.InheritedFlags().FlagUsagesWrapped(width))
	}
	return b.String()
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// pad fills a command's name up to the width of the longest and two spaces.
func pad(name string, parent *cobra.Command) string {
	longest := 0
	for _, c := range parent.Commands() {
		longest = max(longest, len(c.Name()))
	}
	return name + strings.Repeat(" ", longest-len(name)+2)
}
