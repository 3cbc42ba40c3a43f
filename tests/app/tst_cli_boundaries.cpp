// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// `cadastre boundaries` from outside: owners from a file, what crosses in the sample, the baseline
// in a workspace, reports, mistakes.
#include "app/resource_paths.h"
#include "tests/app/cli_fixture.h"
#include "tests/support/sqlite_file.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace cadastre;
using test::CommandResult;
using test::runCadastre;

namespace {

const QByteArray twoServices =
    "CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, secret TEXT);"
    "CREATE TABLE invoices (id INTEGER PRIMARY KEY,"
    " customer_id INTEGER NOT NULL REFERENCES customers (id));"
    "CREATE TABLE notes (id INTEGER PRIMARY KEY);"
    "CREATE VIEW v_invoice_names AS SELECT i.id, c.name FROM invoices i"
    " JOIN customers c ON c.id = i.customer_id;";

const QByteArray owners = "table,owner\n"
                          "customers,ordering\n"
                          "invoices,billing\n"
                          "v_invoice_names,billing\n"
                          "dropped_long_ago,billing\n";

void write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
}

QByteArray content(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList members(const QByteArray& json, const char* section, const char* member)
{
    QStringList values;
    const auto entries =
        QJsonDocument::fromJson(json).object().value(QLatin1String(section)).toArray();
    for (const QJsonValue entry : entries)
        values << entry.toObject().value(QLatin1String(member)).toString();
    return values;
}

} // namespace

class tst_CliBoundaries : public QObject
{
    Q_OBJECT

    test::SqliteFolder m_folder;
    QString m_shop;
    QString m_owners;

    [[nodiscard]] CommandResult run(const char* action, QStringList more = {}) const
    {
        return runCadastre(
            QStringList{QStringLiteral("boundaries"), QString::fromLatin1(action), m_shop} + more);
    }
    [[nodiscard]] QStringList byOwners() const { return {QStringLiteral("--owners"), m_owners}; }
    [[nodiscard]] QString path(const char* name) const
    {
        return m_folder.path(QString::fromLatin1(name));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_shop = m_folder.make(twoServices);
        m_owners = path("owners.csv");
        write(m_owners, owners);
    }

    void checkFindsWhatCrosses()
    {
        const CommandResult result = run(
            "check", byOwners() + QStringList{QStringLiteral("--format"), QStringLiteral("json")});
        QCOMPARE(result.status, 1);
        QVERIFY2(result.errors.contains("dropped_long_ago"), result.errors.constData());
        const QStringList kinds = members(result.output, "crossings", "kind");
        QCOMPARE(kinds, (QStringList{QStringLiteral("foreign-key"), QStringLiteral("read")}));
        QCOMPARE(members(result.output, "crossings", "state"),
                 (QStringList{QStringLiteral("undecided"), QStringLiteral("undecided")}));
        QVERIFY(result.output.contains("\"unowned\":[\n\"")); // notes
    }

    void textIsTheDefaultAndSarifIsJson()
    {
        QVERIFY(run("check", byOwners()).output.contains("billing -> ordering"));
        const CommandResult sarif = run(
            "check", byOwners() + QStringList{QStringLiteral("--format"), QStringLiteral("sarif")});
        QVERIFY(QJsonDocument::fromJson(sarif.output).object().contains(QLatin1String("runs")));
    }

    void theBaselineLetsOldCrossingsPass()
    {
        const QString workspace = path("shop.cadastre");
        write(workspace, "{\"format\":\"cadastre-workspace\",\"version\":1,\n\"sources\":{\n"
                         "\"shop\":{\"database\":\"" +
                             m_shop.toUtf8() + "\"}}}\n");
        const QStringList withWorkspace{QStringLiteral("--workspace"), workspace};
        const CommandResult imported = run("import", byOwners() + withWorkspace);
        QCOMPARE(imported.status, 0);
        QCOMPARE(run("check", withWorkspace).status, 1);
        const CommandResult written =
            run("check", withWorkspace + QStringList{QStringLiteral("--write-baseline")});
        QVERIFY2(written.errors.contains("has 2 crossings"), written.errors.constData());
        QCOMPARE(written.status, 0);
        QCOMPARE(run("check", withWorkspace).status, 0);

        // one line per crossing; a crossing that is not in it fails again, and the baseline does
        // not grow by it
        QByteArray text = content(workspace);
        QCOMPARE(text.count("\n\"foreign-key shop/"), 1);
        const qsizetype at = text.indexOf("\n\"foreign-key shop/");
        text.remove(at, text.indexOf('\n', at + 1) - at);
        write(workspace, text);
        QCOMPARE(run("check", withWorkspace).status, 1);
        QCOMPARE(
            run("check", withWorkspace + QStringList{QStringLiteral("--write-baseline")}).status,
            1);
        QVERIFY(!content(workspace).contains("foreign-key shop/"));
    }

    void importMakesAWorkspace()
    {
        const QString workspace = path("new.cadastre");
        const QStringList into{QStringLiteral("--workspace"), workspace};
        const QStringList missing{QStringLiteral("--owners"), path("missing.csv")};
        QCOMPARE(run("import", missing + into).status, 2);
        QVERIFY(!QFile::exists(workspace)); // nothing came of it
        QCOMPARE(run("import", byOwners() + into).status, 0);
        const CommandResult result =
            runCadastre({QStringLiteral("boundaries"), QStringLiteral("check"), workspace});
        QVERIFY2(result.output.contains("2 crossings"), result.output.constData());
    }

    void anotherDatabaseStandsInForTheOnlyOne()
    {
        const QString workspace = path("stand-in.cadastre");
        const QStringList with{QStringLiteral("--workspace"), workspace};
        QCOMPARE(run("import", byOwners() + with).status, 0);
        test::SqliteFolder other;
        const auto check = [&](const QString& database) {
            return runCadastre(
                QStringList{QStringLiteral("boundaries"), QStringLiteral("check"), database} +
                with);
        };
        const CommandResult copy = check(other.make(twoServices, QStringLiteral("copy.db")));
        QCOMPARE(copy.status, 1);
        QVERIFY2(copy.errors.contains("is read in place of"), copy.errors.constData());
        // nothing of the boundaries is in it: that is no clean bill
        const CommandResult alien =
            check(other.make("CREATE TABLE moon (id INTEGER)", QStringLiteral("alien.db")));
        QCOMPARE(alien.status, 2);
        QVERIFY2(alien.errors.contains("No boundary owns anything"), alien.errors.constData());
    }

    void contractsAreComparedWithASnapshot()
    {
        const QString before = path("before.catalog.json");
        test::SqliteFolder other;
        const QString old =
            other.make("CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT);"
                       "CREATE VIEW v_customers_v1 AS SELECT id, name FROM customers;");
        QCOMPARE(runCadastre({QStringLiteral("read"), old, QStringLiteral("-o"), before}).status,
                 0);
        const QString now = other.make("CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT);"
                                       "CREATE VIEW v_customers_v1 AS SELECT id FROM customers;",
                                       QStringLiteral("now.db"));
        const QString workspace = path("contracts.cadastre");
        write(workspace, "{\"format\":\"cadastre-workspace\",\"version\":1,\n\"boundaries\":{\n"
                         "\"ordering\":{\"members\":[\"*\"]}},\n\"exposures\":{\n\"shop/view:main."
                         "v_customers_v1\":{\"exposure\":\"contract\"}},\n\"sources\":{\n\"shop\":{"
                         "\"database\":\"" +
                             now.toUtf8() + "\"}}}\n");
        const CommandResult result =
            runCadastre({QStringLiteral("boundaries"), QStringLiteral("check"), workspace,
                         QStringLiteral("--since"), before, QStringLiteral("--format"),
                         QStringLiteral("json")});
        QCOMPARE(result.status, 1);
        QCOMPARE(members(result.output, "contract_changes", "change"),
                 QStringList{QStringLiteral("column-removed")});
        QCOMPARE(members(result.output, "contract_changes", "column"),
                 QStringList{QStringLiteral("name")});
    }

    void reportReadsWithoutTheProgram()
    {
        const QString file = path("report.html");
        const CommandResult result =
            run("report", byOwners() + QStringList{QStringLiteral("-o"), file});
        QCOMPARE(result.status, 0);
        const QByteArray html = content(file);
        QVERIFY(html.startsWith("<!DOCTYPE html>"));
        QVERIFY(html.contains("data:image/svg+xml;base64,"));
        const QString markdown = path("report.md");
        QCOMPARE(run("report", byOwners() + QStringList{QStringLiteral("-o"), markdown}).status, 0);
        QVERIFY(content(markdown).contains("(report-map.svg)"));
        QVERIFY(content(path("report-map.svg")).contains("<svg"));
        QVERIFY(run("report", byOwners()).output.contains("## <a id=\"boundary-1\"></a>billing"));
    }

    void impactDraftAndMayGo()
    {
        const CommandResult impact =
            run("impact",
                byOwners() + QStringList{QStringLiteral("--object"), QStringLiteral("customers")});
        QCOMPARE(impact.status, 1);
        QVERIFY2(impact.output.contains("v\\_invoice\\_names"), impact.output.constData());
        const CommandResult draft =
            run("draft",
                byOwners() + QStringList{QStringLiteral("--boundary"), QStringLiteral("ordering")});
        QCOMPARE(draft.status, 0);
        QVERIFY(draft.output.contains("v_customers_v1"));
        QVERIFY(!draft.output.contains("secret"));
        const CommandResult mayGo = run("may-go", byOwners());
        QVERIFY2(mayGo.output.contains("secret"), mayGo.output.constData());
    }

    void suggestPrintsTsv()
    {
        const CommandResult result =
            run("suggest", {QStringLiteral("--format"), QStringLiteral("tsv")});
        QCOMPARE(result.status, 0);
        QVERIFY(result.output.startsWith("table\tboundary\tconfidence\treason\n"));
    }

    void mistakes_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* words, const char* sentence) {
            QTest::newRow(words) << QString::fromUtf8(words).split(QLatin1Char(' '))
                                 << QString::fromUtf8(sentence);
        };
        row("SHOP", "\"; say check, draft, ");
        row("chekc SHOP", "Boundaries cannot be asked to \"chekc\"");
        row("check SHOP", "There is no boundary to check against.");
        row("check SHOP --owners MISSING", "cannot be read");
        row("check SHOP --format xml", "This is written as text, json, sarif, not as \"xml\".");
        row("check SHOP --owners OWNERS --as-of soon", "--as-of takes a day like 2024-12-31");
        row("check SHOP --owners OWNERS --write-baseline", "--write-baseline needs a workspace");
        row("check SHOP --owners OWNERS --since SHOP", "--since takes a snapshot");
        row("import SHOP", "--owners FILE is missing");
        row("impact SHOP", "--object NAME is missing");
        row("draft SHOP", "Say for what to draft a contract");
        row("draft SHOP --boundary nobody", "There is no boundary nobody.");
    }
    void mistakes()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, sentence);
        words.replaceInStrings(QStringLiteral("SHOP"), m_shop);
        words.replaceInStrings(QStringLiteral("OWNERS"), m_owners);
        words.prepend(QStringLiteral("boundaries"));
        const CommandResult result = runCadastre(words);
        QCOMPARE(result.status, 2);
        QVERIFY2(result.errors.contains(sentence.toUtf8()), result.errors.constData());
        QVERIFY(result.output.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_CliBoundaries)
#include "tst_cli_boundaries.moc"
