import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.ToolProvider;

/**
 * Keeps source files, methods and names small enough to be read at once; reads file names from
 * standard input: {@code git ls-files '*.java' | java scripts/SourceBudgets.java}.
 */
final class SourceBudgets {
  private static final int MEDIAN_LINES = 70;
  private static final int P90_LINES = 220;
  private static final int FILE_LINES = 400;
  private static final int METHOD_LINES = 40;
  private static final int NAME_LETTERS = 40;

  private final List<String> offences = new ArrayList<>();
  private final Map<String, Integer> lines = new TreeMap<>();

  public static void main(String[] none) throws IOException {
    var budgets = new SourceBudgets();
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var paths = input.lines().map(Path::of).filter(Files::exists).toList();
    budgets.readSizes(paths);
    budgets.readTrees(paths);
    budgets.offences.forEach(System.out::println);
    System.out.println(budgets.summary());
    if (!budgets.offences.isEmpty()) {
      System.exit(1);
    }
  }

  private void readSizes(List<Path> files) throws IOException {
    for (Path file : files) {
      int size = Files.readAllLines(file).size();
      lines.put(file.toString(), size);
      if (size > FILE_LINES) {
        offend(file + ": " + size + " lines", FILE_LINES, "split it by responsibility");
      }
    }
    if (percentile(50) > MEDIAN_LINES) {
      offend("median file: " + percentile(50) + " lines", MEDIAN_LINES, "split " + largest());
    }
    if (percentile(90) > P90_LINES) {
      offend("90th percentile: " + percentile(90) + " lines", P90_LINES, "split " + largest());
    }
  }

  private void readTrees(List<Path> files) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var sources = manager.getJavaFileObjectsFromPaths(files);
      var options = List.of("-proc:none");
      var task = (JavacTask) compiler.getTask(null, manager, null, options, null, sources);
      var positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new Scanner(unit, positions).scan(unit, null);
      }
    }
  }

  private void offend(String what, int budget, String repair) {
    offences.add(what + ", the budget is " + budget + "; repair: " + repair);
  }

  private int percentile(int percent) {
    var sorted = lines.values().stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * percent / 100);
  }

  private String largest() {
    return "one of the largest: "
        + lines.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(5)
            .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
            .toList();
  }

  private String summary() {
    return "%d files, median %d lines, 90%% at most %d, longest %d"
        .formatted(lines.size(), percentile(50), percentile(90), percentile(100));
  }

  /** Measures the types and methods of one file. */
  private final class Scanner extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    Scanner(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
    }

    @Override
    public Void visitClass(ClassTree type, Void none) {
      var name = type.getSimpleName().toString();
      if (name.length() > NAME_LETTERS) {
        offend(at(type) + " class " + name, NAME_LETTERS, "say less in the name");
      }
      if (name.endsWith("Utils") || name.endsWith("Util") || name.endsWith("Helper")) {
        offences.add(at(type) + " class " + name + "; repair: name the noun its methods belong to");
      }
      return super.visitClass(type, none);
    }

    @Override
    public Void visitMethod(MethodTree method, Void none) {
      long size = line(positions.getEndPosition(unit, method)) - line(start(method)) + 1;
      if (size > METHOD_LINES) {
        var what = at(method) + " method " + method.getName() + ": " + size + " lines";
        offend(what, METHOD_LINES, "name its steps as methods");
      }
      return super.visitMethod(method, none);
    }

    private String at(Tree tree) {
      return unit.getSourceFile().getName() + ":" + line(start(tree));
    }

    private long start(Tree tree) {
      return positions.getStartPosition(unit, tree);
    }

    private long line(long position) {
      LineMap map = unit.getLineMap();
      return map.getLineNumber(position);
    }
  }
}
