package org.tocsin.deploy.command;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.OperatorException;
import org.tocsin.service.access.Role;
import org.tocsin.service.access.UserFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes tokens for people and programs. Needs neither Kafka nor a running Tocsin. */
@Command(
    name = "user",
    description = "Makes tokens for people and programs.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class UserCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @SuppressWarnings("NullAway") // Set by picocli before any command runs.
  private CommandSpec spec() {
    return spec;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec().commandLine(), "say what to do: new");
  }

  @Command(
      name = "new",
      description = {
        "Prints the line for the file of users (access.users.file) on standard output, so that it"
            + " can be appended, and the token, which is kept nowhere, on standard error.",
        "Example: tocsin user new ines --role editor --desk foreign >> users.yaml"
      },
      mixinStandardHelpOptions = true)
  void make(
      @Parameters(paramLabel = "NAME", description = "Of the person or program.") String name,
      @Option(
              names = "--role",
              required = true,
              description = "reader, editor, operator, or pusher for programs that send articles.")
          String role,
      @Option(names = "--desk", description = "Where the person works.") @Nullable String desk,
      @Option(
              names = "--days",
              description = "For how many days the token is good; for ever without.")
          @Nullable Integer days) {
    try {
      LocalDate expires = days == null ? null : LocalDate.now(ZoneOffset.UTC).plusDays(days + 1L);
      UserFile.Fresh fresh = UserFile.fresh(name, Role.parse(role), desk, expires);
      PrintWriter err = spec().commandLine().getErr();
      err.println("The token, shown this once:");
      err.println(fresh.token());
      err.flush();
      spec().commandLine().getOut().println(fresh.line());
      spec().commandLine().getOut().flush();
    } catch (IllegalArgumentException e) {
      throw new OperatorException(
          String.valueOf(e.getMessage()), "Try: tocsin user new ines --role editor", e);
    }
  }
}
