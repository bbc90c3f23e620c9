package org.tocsin.deploy;

import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.deploy.command.ActorCommands;
import org.tocsin.deploy.command.AuditCommand;
import org.tocsin.deploy.command.CompareCommand;
import org.tocsin.deploy.command.DeadLettersCommand;
import org.tocsin.deploy.command.DemoCommand;
import org.tocsin.deploy.command.DoctorCommand;
import org.tocsin.deploy.command.NotifierCommand;
import org.tocsin.deploy.command.ParseCommand;
import org.tocsin.deploy.command.ReplayCommand;
import org.tocsin.deploy.command.ServiceCommand;
import org.tocsin.deploy.command.StoryCommands;
import org.tocsin.deploy.command.TagCommand;
import org.tocsin.deploy.command.TraceCommand;
import org.tocsin.deploy.command.UpCommand;
import org.tocsin.deploy.command.UserCommand;
import org.tocsin.deploy.command.WatchCommand;
import org.tocsin.service.OperatorException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The one program. Every command ends with 0 where it did its job, 1 where something went wrong
 * that a person can put right, 2 where the command line is not understood, 70 where Tocsin itself
 * is at fault.
 */
@Command(
    name = "tocsin",
    description = "News monitor on Kafka: an alert the first time somebody says something new.",
    mixinStandardHelpOptions = true,
    version = "tocsin 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      ServiceCommand.Ingest.class,
      ServiceCommand.Enrich.class,
      ServiceCommand.Alert.class,
      TagCommand.class,
      ParseCommand.class,
      CompareCommand.class,
      ReplayCommand.class,
      WatchCommand.class,
      NotifierCommand.class,
      ActorCommands.class,
      StoryCommands.class,
      TraceCommand.class,
      DeadLettersCommand.class,
      UserCommand.class,
      AuditCommand.class,
      DoctorCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Tocsin implements Runnable {
  private static final int EXIT_OPERATOR = 1;
  private static final int EXIT_USAGE = 2;
  private static final int EXIT_SOFTWARE = 70;

  /**
   * Speaks past our log, of how it reads memory; kept here because it forgets its level otherwise.
   */
  private static final java.util.logging.Logger LUCENE =
      java.util.logging.Logger.getLogger("org.apache.lucene");

  private Tocsin() {}

  /** Runs the program; ends the process with the command's status. */
  public static void main(String[] args) {
    LUCENE.setLevel(java.util.logging.Level.SEVERE);
    System.exit(commandLine().execute(args));
  }

  /** The command line, for the program and for tests. */
  public static CommandLine commandLine() {
    return new CommandLine(new Tocsin())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Tocsin::refuse)
        .setExecutionExceptionHandler(Tocsin::report);
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  private static int refuse(CommandLine.ParameterException e, String[] args) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println("tocsin: " + e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Try: tocsin " + path(e.getCommandLine()) + "--help");
    return EXIT_USAGE;
  }

  private static String path(CommandLine command) {
    CommandLine parent = command.getParent();
    return parent == null ? "" : path(parent) + command.getCommandName() + " ";
  }

  private static int report(Exception e, CommandLine command, CommandLine.ParseResult result) {
    PrintWriter err = command.getErr();
    if (e instanceof OperatorException known) {
      err.println("tocsin: " + known.getMessage());
      err.println("        " + known.remedy());
      return EXIT_OPERATOR;
    }
    logger().error("Unexpected fault", e);
    err.println("tocsin: unexpected fault, please report it: " + e);
    return EXIT_SOFTWARE;
  }

  /** Made late: commands set the log level before the first logger exists. */
  private static Logger logger() {
    return LoggerFactory.getLogger(Tocsin.class);
  }
}
