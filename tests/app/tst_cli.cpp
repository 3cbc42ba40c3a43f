// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The command line: exit statuses, one sentence per mistake, nothing lost, workspaces with several
// sources, what is not read.
#include "app/cli/arguments.h"
#include "app/cli/command_line.h"
#include "app/cli/relations_evidence.h"
#include "app/resource_paths.h"
#include "tests/app/cli_fixture.h"
#include "tests/support/sqlite_file.h"

#include <QFile>
#include <QTest>

using namespace cadastre;
using test::CommandResult;
using test::runCadastre;

namespace {

const QByteArray shop = "CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT);"
                        "CREATE TABLE orders (id INTEGER PRIMARY KEY,"
                        " customer_id INTEGER NOT NULL REFERENCES customers (id));";

QByteArray content(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
}

/// What a shell says of `script`, in which $1 is the program and $2.. the arguments.
CommandResult runShell(const char* script, const QStringList& arguments)
{
    QProcess shell;
    shell.setStandardInputFile(QProcess::nullDevice());
    shell.start(QStringLiteral("bash"),
                QStringList{QStringLiteral("-c"), QString::fromLatin1(script),
                            QStringLiteral("bash"), test::programPath()} +
                    arguments);
    return test::resultOf(shell);
}

QStringList words(const char* text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class tst_Cli : public QObject
{
    Q_OBJECT

    test::SqliteFolder m_folder;
    QString m_shop;

private Q_SLOTS:
    void initTestCase() { m_shop = m_folder.make(shop); }

    void mistakes_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* arguments, const char* sentence) {
            QTest::newRow(arguments) << QString::fromUtf8(arguments) << QString::fromUtf8(sentence);
        };
        row("frobnicate SHOP", "Unknown command frobnicate; the commands are ");
        row("--frobnicate", "Unknown option --frobnicate; the commands are ");
        row("read SHOP", "-o FILE is missing (- is standard output).");
        row("read -o x", "DATABASE is missing: a path or a URL.");
        row("read SHOP SHOP -o x", "One database at a time, not also ");
        row("read SHOP -o", "Option -o needs a value: -o FILE.");
        row("read SHOP -o --stamp", "Option -o needs a value: -o FILE.");
        row("read SHOP -o x --frob", "Unknown option --frob.");
        row("read SHOP -o x --stamp=now", "Option --stamp takes no value.");
        row("read SHOP -o x -o y", "Option -o is given twice.");
        row("read FOLDER/none.db -o x", "none.db does not exist (and was not created).");
        row("read FOLDER -o x", " is a folder, not a database file.");
        row("relations SHOP --format xml",
            "written as tsv, json, markdown, sql, references, tbls, dbml, not as \"xml\".");
        row("relations SHOP --all --declared",
            "Choose one of --declared, --inferred, --decided and --all.");
        row("relations SHOP --format sql --declared", "--declared leaves nothing of it.");
        row("relations SHOP --sql FOLDER/none", "--sql takes a folder with SQL files;");
        row("relations SHOP --min-confidence 2",
            "Option --min-confidence takes a number from 0 to 1, not \"2\".");
        row("relations SHOP --min-confidence 0,5", "takes a number from 0 to 1, not \"0,5\".");
        row("diagram SHOP -o x.doc", "dot, mermaid, plantuml or dbml, not as \"doc\"");
        row("diagram SHOP -o -", "The format is missing");
        row("diagram SHOP -o x.svg --focus custmers", "custmers");
        row("diagram SHOP -o x.svg --focus orders.id", "--focus takes a table or view");
        row("diagram SHOP -o x.svg --depth 2", "--depth needs --focus TABLE.");
        row("diagram SHOP -o x.svg --focus orders --depth 9", "a number from 1 to 4, not \"9\"");
        row("diagram SHOP -o x.svg --scale big", "Option --scale takes a number");
        row("read postgresql://ann:secret@db.invalid/shop -o x", "~/.pgpass");
        row("read mariadb://ann:secret@db.invalid/shop -o x", "~/.my.cnf");
        row("relations SHOP -o FOLDER/none/x.tsv", "could not be written");
        row("relations SHOP --workspace FOLDER/none.cadastre", "none.cadastre cannot be opened");
    }

    void mistakes()
    {
        QFETCH(QString, arguments);
        QFETCH(QString, sentence);
        arguments.replace(QStringLiteral("SHOP"), m_shop);
        arguments.replace(QStringLiteral("FOLDER"), m_folder.folder());
        const QStringList before = m_folder.files();
        const auto result = runCadastre(words(arguments.toUtf8().constData()));
        QCOMPARE(result.status, 2);
        QCOMPARE(result.output, QByteArray());
        QVERIFY2(result.errors.contains(sentence.toUtf8()), result.errors.constData());
        QVERIFY(!result.errors.contains("secret"));
        QCOMPARE(result.errors.count("cadastre: "), 1);
        QCOMPARE(m_folder.files(), before);
    }

    void helpAndVersion()
    {
        for (const char* arguments : {"--help", "read --help", "diagram x --help", "--version"}) {
            const auto result = runCadastre(words(arguments));
            QCOMPARE(result.status, 0);
            QVERIFY(result.output.startsWith("Cadastre") || result.output.startsWith("cadastre"));
            QCOMPARE(result.errors, QByteArray());
        }
        QVERIFY(runCadastre(words("diagram --help")).output.contains("--focus TABLE"));
    }

    void tellsCommandsFromTheWindow_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<bool>("command");
        const auto row = [](const char* arguments, bool command) {
            QTest::newRow(arguments) << QString::fromUtf8(arguments) << command;
        };
        row("", false);
        row("shop.db", false);
        row("--workspace x.cadastre", false);
        row("--timings shop.db", false);
        row("shop.db --timings", false);
        row("-platform offscreen", false);
        row("read", true);
        row("relations shop.db", true);
        row("frob shop.db", true);
        row("--frob", true);
        row("shop.db --help", true);
    }

    void tellsCommandsFromTheWindow()
    {
        QFETCH(QString, arguments);
        QFETCH(bool, command);
        QCOMPARE(isCommandLine(words(arguments.toUtf8().constData())), command);
    }

    void timingsGoToStandardError()
    {
        const auto result =
            runCadastre(words("relations --timings --declared") + QStringList{m_shop});
        QCOMPARE(result.status, 0);
        QCOMPARE(result.output.count('\n'), 2);
        static const QRegularExpression expected(
            QStringLiteral("^read [0-9]+\\.[0-9]\\nrelations [0-9]+\\.[0-9]\\n"
                           "write [0-9]+\\.[0-9]\\npeak_mib [0-9]+\\n$"));
        QVERIFY2(expected.match(QString::fromUtf8(result.errors)).hasMatch(),
                 result.errors.constData());
    }

    void theEndingDecidesUnlessTheFormatDoes()
    {
        const auto run = [&](const char* options, const char* name) {
            const QString file = m_folder.path(QString::fromLatin1(name));
            const auto result =
                runCadastre(words("relations -o") + QStringList{file, m_shop} + words(options));
            return result.status == 0 ? content(file) : result.errors;
        };
        QVERIFY(run("", "a.json").startsWith("{\"format\":\"cadastre-relations\""));
        QVERIFY(run("", "a.md").startsWith("| Child"));
        QVERIFY(run("", "a.txt").startsWith("child_table\t"));
        QVERIFY(run("", "a.sql").startsWith("-- Nothing was decided"));
        QVERIFY(run("", "a.yml").startsWith("relations: []"));
        QVERIFY(run("", "a.dbml").startsWith("// No relationship"));
        QVERIFY(run("--format references", "b.sql").startsWith("-- There is no note"));
        QVERIFY(run("--format tsv", "b.json").startsWith("child_table\t"));
    }

    void aStampIsWrittenOnlyWhenAskedFor()
    {
        const QStringList command = words("read -o -") + QStringList{m_shop};
        QVERIFY(!runCadastre(command).output.contains("\"stamp\""));
        static const QRegularExpression stamp(QStringLiteral("\"stamp\":\"20[0-9-]+T[0-9:]+Z\""));
        const auto stamped = runCadastre(command + words("--stamp"));
        QVERIFY(stamp.match(QString::fromUtf8(stamped.output)).hasMatch());
    }

    void aClosedPipeEndsQuietly()
    {
        const auto result =
            runShell("\"$1\" read \"$2\" -o - | true; echo ${PIPESTATUS[0]}", {m_shop});
        QCOMPARE(result.output, QByteArray("0\n"));
        QCOMPARE(result.errors, QByteArray());
    }

    void aFullDiskIsOneSentenceAndNothingIsLost()
    {
        const auto full = runShell("\"$1\" read \"$2\" -o - > /dev/full", {m_shop});
        QCOMPARE(full.status, 2);
        QCOMPARE(full.errors.count('\n'), 1);
        const QString file = m_folder.path(QStringLiteral("kept.svg"));
        write(file, "what was there");
        const QStringList before = m_folder.files();
        const auto limited =
            runShell("ulimit -f 1; \"$1\" diagram \"$2\" -o \"$3\"", {m_shop, file});
        QCOMPARE(limited.status, 2);
        QVERIFY2(limited.errors.contains("could not be written"), limited.errors.constData());
        QCOMPARE(content(file), QByteArray("what was there"));
        QCOMPARE(m_folder.files(), before);
    }

    void twoSourcesOfAWorkspaceAreBothShown()
    {
        m_folder.make("CREATE TABLE tickets (id INTEGER PRIMARY KEY);", QStringLiteral("crm.db"));
        const QString workspace = m_folder.path(QStringLiteral("both.cadastre"));
        write(workspace, "{\"format\":\"cadastre-workspace\",\"version\":1,\"sources\":{\n"
                         "\"crm\":{\"database\":\"crm.db\"},\n"
                         "\"shop\":{\"database\":\"shop.db\"}}}");
        const auto diagram =
            runCadastre(words("diagram --format svg -o -") + QStringList{workspace});
        QCOMPARE(diagram.status, 0);
        for (const char* name : {"tickets", "orders", "customers"})
            QVERIFY2(diagram.output.contains(name), name);
        const auto relations = runCadastre(words("relations") + QStringList{workspace});
        QCOMPARE(relations.status, 0);
        QVERIFY(relations.output.contains("shop/orders\tcustomer_id\tshop/customers\tid\t"));
        const auto alone = runCadastre(words("relations --workspace") + QStringList{workspace});
        QCOMPARE(alone.output, relations.output);
        const auto snapshot = runCadastre(words("read -o -") + QStringList{workspace});
        QCOMPARE(snapshot.status, 2);
        QVERIFY(snapshot.errors.contains("A snapshot holds one source"));
        QFile::remove(m_folder.path(QStringLiteral("crm.db")));
        const auto missing = runCadastre(words("relations") + QStringList{workspace});
        QCOMPARE(missing.status, 2);
        QVERIFY(missing.errors.contains("crm.db does not exist"));
    }

    void positionsOfAWorkspaceAreUsed()
    {
        const QString workspace = m_folder.path(QStringLiteral("placed.cadastre"));
        write(workspace, "{\"format\":\"cadastre-workspace\",\"version\":1,\n"
                         "\"groups\":{\"main\":{\"x\":0,\"y\":0}},\n\"positions\":{\n"
                         "\"trade/table:main.customers\":"
                         "{\"group\":\"main\",\"pinned\":true,\"x\":4000,\"y\":3000}},\n"
                         "\"sources\":{\n\"other\":{\"database\":\"none.db\"},\n"
                         "\"trade\":{\"database\":\"shop.db\"}}}");
        const QStringList command = words("diagram --format svg -o -") + QStringList{m_shop};
        const auto plain = runCadastre(command);
        const auto placed = runCadastre(command + words("--workspace") + QStringList{workspace});
        QCOMPARE(placed.status, 0);
        static const QRegularExpression far(QStringLiteral("\\b[xy]=\"[34][0-9]{3}(\\.[0-9]+)?\""));
        QVERIFY(!far.match(QString::fromUtf8(plain.output)).hasMatch());
        QVERIFY(far.match(QString::fromUtf8(placed.output)).hasMatch());
    }

    /// Three proposals by name, of which one is confirmed, one rejected and one left as it is; and
    /// one that no name would propose.
    QString decidedWorkspace()
    {
        m_folder.make(
            "CREATE TABLE IF NOT EXISTS customers (id INTEGER PRIMARY KEY);"
            "CREATE TABLE IF NOT EXISTS people (id INTEGER PRIMARY KEY);"
            "CREATE TABLE IF NOT EXISTS orders (id INTEGER PRIMARY KEY, customer_id INTEGER,"
            " people_id INTEGER, qqq INTEGER);"
            "CREATE TABLE IF NOT EXISTS bills (id INTEGER PRIMARY KEY, customer_id INTEGER);",
            QStringLiteral("decided.db"));
        const QString workspace = m_folder.path(QStringLiteral("decided.cadastre"));
        const QByteArray line =
            "\"shop/table:main.%1 -> shop/table:main.%2 (id)\":{\"kind\":\"%3\"}";
        const auto decision = [&](const char* child, const char* parent, const char* kind) {
            return QByteArray(line).replace("%1", child).replace("%2", parent).replace("%3", kind);
        };
        write(workspace, "{\"format\":\"cadastre-workspace\",\"version\":1,\n\"decisions\":{\n" +
                             decision("orders (customer_id)", "customers", "confirmed") + ",\n" +
                             decision("orders (people_id)", "people", "rejected") + ",\n" +
                             decision("orders (qqq)", "people", "added") +
                             "},\n\"sources\":{\n\"shop\":{\"database\":\"decided.db\"}}}");
        return workspace;
    }

    void decisionsOfAWorkspaceAreUsed()
    {
        const QString workspace = decidedWorkspace();
        const QByteArray confirmed = "orders\tcustomer_id\tcustomers\tid\t1.000\tconfirmed\t";
        const QByteArray added = "orders\tqqq\tpeople\tid\t1.000\tadded\t";
        const auto run = [](const QStringList& arguments) {
            const auto result = runCadastre(words("relations") + arguments);
            return result.status == 0 && result.errors.isEmpty() ? result.output : "failed";
        };
        const QByteArray given = run({workspace});
        QVERIFY2(given.contains(confirmed) && given.contains(added), given.constData());
        QVERIFY2(!given.contains("people_id"), given.constData());
        const QString database = m_folder.path(QStringLiteral("decided.db"));
        const QByteArray beside = run({database, QStringLiteral("--workspace"), workspace});
        QCOMPARE(beside, given);
        const QByteArray without = run({database});
        QVERIFY(!without.contains("confirmed") && !without.contains("added"));
        const QByteArray decided = run({workspace, QStringLiteral("--decided")});
        QCOMPARE(decided.count('\n'), 3);
        QVERIFY(decided.contains(confirmed) && decided.contains(added));
        QCOMPARE(run({workspace, QStringLiteral("--declared")}).count('\n'), 1);
    }

    void reasonsOfDecisionsAreKept()
    {
        const QString workspace = decidedWorkspace();
        QByteArray text = content(workspace);
        text.replace("{\"kind\":\"added\"}",
                     "{\"kind\":\"added\",\"reason\":\"Eva's \\\"word\\\"\\nDROP TABLE people;\"}");
        write(workspace, text);
        const auto printed = [&](const char* format) {
            return runCadastre(words("relations --decided --format") +
                               QStringList{QString::fromLatin1(format), workspace})
                .output;
        };
        const QByteArray json = printed("json");
        QVERIFY2(json.contains("\"reason\":\"Eva's \\\"word\\\"\\nDROP TABLE people;\""),
                 json.constData());
        const QByteArray sql = printed("sql");
        QVERIFY2(sql.contains("\n-- orders.qqq \u2192 people.id (added: Eva's \"word\" DROP TABLE "
                              "people;)\n"),
                 sql.constData());
        QCOMPARE(sql.count("(confirmed)\n"), 1); // nobody wrote why
    }

    void selectionsOfRelations_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("children"); ///< of what nobody declared
        const auto row = [](const char* options, const char* children) {
            QTest::newRow(options) << QString::fromUtf8(options) << QString::fromUtf8(children);
        };
        row("--declared", "");
        row("--decided", "orders.customer_id orders.qqq");
        row("--decided --min-confidence 1", "orders.customer_id orders.qqq");
        row("--inferred", "bills.customer_id orders.customer_id orders.qqq");
        row("--all", "bills.customer_id orders.customer_id orders.qqq");
        row("--min-confidence 1", "orders.customer_id orders.qqq");
        row("--format dbml", "orders.customer_id orders.qqq");
        row("--format dbml --min-confidence 0.5",
            "bills.customer_id orders.customer_id orders.qqq");
        row("--format dbml --inferred", "bills.customer_id orders.customer_id orders.qqq");
        row("--format tbls", "orders.customer_id orders.qqq");
        row("--format sql", "orders.customer_id orders.qqq");
        row("--format references", "orders.customer_id orders.qqq");
        row("--format references --min-confidence 0.5",
            "bills.customer_id orders.customer_id orders.qqq");
    }

    void selectionsOfRelations()
    {
        QFETCH(QString, options);
        QFETCH(QString, children);
        const auto result = runCadastre(words("relations") + QStringList{decidedWorkspace()} +
                                        words(options.toUtf8().constData()));
        QCOMPARE(result.status, 0);
        QCOMPARE(result.errors, QByteArray());
        QByteArray text = result.output;
        text.replace('\t', '.').replace("\"", "").replace("\n    columns:\n      - ", ".");
        for (const char* child :
             {"bills.customer_id", "orders.customer_id", "orders.people_id", "orders.qqq"}) {
            const bool isPrinted = text.contains(child);
            QVERIFY2(isPrinted == children.contains(QLatin1String(child)), text.constData());
        }
    }

    void verifiesWithData()
    {
        const QString workspace = decidedWorkspace();
        const QString database = m_folder.path(QStringLiteral("decided.db"));
        test::SqliteWriter(database).run(
            "DELETE FROM customers; DELETE FROM orders; INSERT INTO customers VALUES (1), (2);"
            "INSERT INTO orders VALUES (1, 1, NULL, NULL), (2, 2, NULL, NULL), (3, 77, 1, NULL);");
        const QStringList json = words("relations --decided --verify --format json");
        const auto checked = runCadastre(json + QStringList{workspace});
        QCOMPARE(checked.status, 1); // an orphan
        QCOMPARE(checked.errors, QByteArray());
        QVERIFY2(checked.output.contains("\"verification\":{\"sampled_rows\":3,\"complete\":true,"),
                 checked.output.constData());
        QVERIFY(checked.output.contains("\"rows\":3,\"found\":2,\"orphans\":1}"));
        QVERIFY(!checked.output.contains("77"));
        const auto unchecked =
            runCadastre(words("relations --decided --format json") + QStringList{workspace});
        QCOMPARE(unchecked.status, 0);
        QVERIFY(!unchecked.output.contains("verification"));
        const QString snapshot = m_folder.path(QStringLiteral("decided.catalog.json"));
        QCOMPARE(runCadastre(words("read -o") + QStringList{snapshot, database}).status, 0);
        const auto refused = runCadastre(words("relations --inferred --verify --statistics") +
                                         QStringList{snapshot});
        QCOMPARE(refused.status, 1); // nothing could be checked
        QVERIFY2(refused.errors.contains("is a snapshot, which holds no rows") &&
                     refused.errors.contains("is a snapshot, which holds no statistics"),
                 refused.errors.constData());
        test::SqliteWriter(database).run("DELETE FROM orders WHERE id = 3;");
        QCOMPARE(runCadastre(json + QStringList{workspace}).status, 0);
    }

    void readsSqlFiles()
    {
        const QString database = m_folder.make(
            "CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (id INTEGER PRIMARY KEY, "
            "odd INTEGER);",
            QStringLiteral("joined.db"));
        QVERIFY(QDir().mkpath(m_folder.path(QStringLiteral("queries/deep"))));
        write(m_folder.path(QStringLiteral("queries/deep/report.sql")),
              "SELECT * FROM a JOIN b ON b.odd = a.id;");
        write(m_folder.path(QStringLiteral("queries/broken.sql")), "SELECT ((( FROM;");
        const QStringList command = words("relations --inferred --sql") +
                                    QStringList{m_folder.path(QStringLiteral("queries")), database};
        const auto result = runCadastre(command);
        QCOMPARE(result.status, 0);
        QVERIFY2(result.errors.contains("Parts of SQL were not read: ") &&
                     result.errors.contains("broken.sql"),
                 result.errors.constData());
        const auto empty = runCadastre(words("relations --sql") +
                                       QStringList{m_folder.path(QStringLiteral("none")), m_shop});
        QCOMPARE(empty.status, 2);
        const auto statements = runCadastre(words("relations --statements") + QStringList{m_shop});
        QCOMPARE(statements.status, 0);
        QVERIFY(statements.errors.contains("cadastre: warning: "));
    }

    void saysWhichSqlWasSkipped()
    {
        SqlReading reading;
        QCOMPARE(skippedSqlText(reading), QString());
        for (const char* view : {"a", "b", "c", "d", "e"})
            reading.skipped.push_back({QLatin1String(view), QStringLiteral("broken")});
        QCOMPARE(skippedSqlText(reading),
                 QStringLiteral("Parts of SQL were not read: a (broken); b (broken); c (broken); "
                                "and 2 more"));
    }

    void theDiagramHasWhatIsCertainEnough()
    {
        const QString workspace = decidedWorkspace();
        const auto lines = [&](const char* options) {
            const auto result = runCadastre(words("diagram --format dot -o -") +
                                            QStringList{workspace} + words(options));
            return result.status == 0 ? result.output.count(" -> ") : -1;
        };
        QCOMPARE(lines("--declared"), 0);
        QCOMPARE(lines("--min-confidence 1"), 2);
        QCOMPARE(lines(""), 3);
    }

    void whatWasNotReadIsSaid()
    {
        const QString file = m_folder.path(QStringLiteral("part.catalog.json"));
        QCOMPARE(runCadastre(words("read -o") + QStringList{file, m_shop}).status, 0);
        QByteArray text = content(file);
        text.replace("\"constraints\":{\"state\":\"read\"}",
                     "\"constraints\":{\"state\":\"not_read\",\"reason\":\"permission denied\"}");
        text.replace("\"triggers\":{\"state\":\"read\"}",
                     "\"triggers\":{\"state\":\"partly\",\"reason\":\"own only\"}");
        write(file, text);
        const auto refused = runCadastre(words("relations") + QStringList{file});
        QCOMPARE(refused.status, 2);
        QVERIFY(refused.errors.contains("The constraints of shop were not read"));
        const auto allowed = runCadastre(words("relations --allow-partial") + QStringList{file});
        QCOMPARE(allowed.status, 0);
        const auto diagram = runCadastre(words("diagram --format dot -o -") + QStringList{file});
        QCOMPARE(diagram.status, 0);
        QCOMPARE(diagram.errors.count('\n'), 2);
        QVERIFY(diagram.errors.contains("warning: constraints were not read: permission denied\n"));
        QVERIFY(diagram.errors.contains("warning: triggers were read in part: own only\n"));
    }

    void badSnapshotsAndWorkspaces()
    {
        const QString file = m_folder.path(QStringLiteral("bad.json"));
        const auto complaint = [&](const QByteArray& text) {
            write(file, text);
            const auto result = runCadastre(words("relations") + QStringList{file});
            return result.status == 2 ? result.errors : QByteArray("not refused");
        };
        const QByteArray catalog = "{\"format\":\"cadastre-catalog\",\"version\":";
        const QByteArray workspace = "{\"format\":\"cadastre-workspace\",";
        QVERIFY(complaint(catalog + "9,\"source\":{}}").contains("newer Cadastre"));
        QVERIFY(complaint(catalog + "1,\"source\":{},\n").contains("bad.json is truncated"));
        QVERIFY(complaint(workspace + "\"version\":9}").contains("newer Cadastre"));
        QVERIFY(complaint(workspace + "\n<<<<<<< mine\n\"version\":1}")
                    .contains("merge conflict in line 2"));
        QVERIFY(complaint(workspace + "\"version\":1}").contains("names no source"));
    }

    void theSampleIsBuiltAndFound()
    {
        const auto sample = samplePath();
        QVERIFY(sample.has_value());
        const auto result = runCadastre(words("relations") + QStringList{*sample});
        QCOMPARE(result.status, 0);
        QVERIFY(result.output.contains("order_items\torder_id\ttmp_orders\tid\t"));
    }

    void parsesArguments()
    {
        const std::vector<OptionSpec> options{{QStringLiteral("-o"), QStringLiteral("FILE"), {}},
                                              {QStringLiteral("--dark"), QString(), {}}};
        const auto parsed = Arguments::parse(words("a --dark -o - b --timings -- --c"), options);
        QVERIFY(parsed.has_value());
        QCOMPARE(parsed->positional(), words("a b --c"));
        QVERIFY(parsed->has(QStringLiteral("--dark")) && parsed->has(QStringLiteral("--timings")));
        QCOMPARE(parsed->value(QStringLiteral("-o")), QStringLiteral("-"));
        QCOMPARE(Arguments::parse(words("-o=x=y"), options)->value(QStringLiteral("-o")),
                 QStringLiteral("x=y"));
        QVERIFY(!Arguments::parse(words("--darker"), options));
    }

    void windowRefusesPasswords()
    {
        const auto refused = runCadastre({QStringLiteral("postgresql://u:canary@127.0.0.1:1/x")});
        QCOMPARE(refused.status, 2);
        QVERIFY(refused.errors.contains("password"));
        QVERIFY(!refused.errors.contains("canary"));
    }
};

QTEST_GUILESS_MAIN(tst_Cli)
#include "tst_cli.moc"
