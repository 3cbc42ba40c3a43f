// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What people read in the window can be translated: words of widgets/ and app/ (beside the command
// line, which speaks English) go through tr(), counted words have their forms, numbers follow the
// locale. The finder is tried on what it must and must not find.
#include "model/export/difference_formats.h"
#include "tests/support/schema_text.h"
#include "widgets/changes_lines.h"
#include "widgets/object_icons.h"
#include "widgets/plural_forms.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace cadastre;

namespace {

struct Literal
{
    QString text;
    QString before; ///< the code in front of it
    int line = 0;
};

constexpr qsizetype reach = 160; ///< of the code in front of a literal

QString withoutComments(QString code)
{
    static const QRegularExpression comment(QStringLiteral("(?<![:\"])//[^\n]*"));
    static const QRegularExpression include(QStringLiteral("#include[^\n]*"));
    return code.replace(comment, {}).replace(include, {});
}

/// Neighbouring literals are one.
std::vector<Literal> literalsOf(const QString& source)
{
    static const QRegularExpression pattern(
        QStringLiteral("\"(?:[^\"\\\\\n]|\\\\.)*\"(?:\\s*\"(?:[^\"\\\\\n]|\\\\.)*\")*"));
    static const QRegularExpression joint(QStringLiteral("\"\\s*\""));
    const QString code = withoutComments(source);
    std::vector<Literal> literals;
    auto matches = pattern.globalMatch(code);
    while (matches.hasNext()) {
        const auto match = matches.next();
        QString text = match.captured();
        text = text.mid(1, text.size() - 2).replace(joint, {});
        const qsizetype start = match.capturedStart();
        literals.push_back(
            {text,
             code.mid(std::max<qsizetype>(0, start - reach), std::min(start, reach)).trimmed(),
             int(code.left(start).count(u'\n')) + 1});
    }
    return literals;
}

bool isTranslated(const Literal& literal)
{
    static const QRegularExpression translated(
        QStringLiteral("(\\btr\\(|QT_TR_NOOP\\(|"
                       "(translate|QT_TRANSLATE_NOOP)\\(\\s*(\"[^\"]*\",)?)$"));
    return translated.match(literal.before).hasMatch();
}

bool looksLikeWords(const QString& text)
{
    static const QRegularExpression words(
        QStringLiteral("[A-Za-z]{2,} [A-Za-z]{2,}|^[A-Z][a-z]{2,}[.…:]?$|^[A-Z][a-z]+ "));
    static const QRegularExpression markup(QStringLiteral("<[a-z0-9]+[ >]"));
    static const QRegularExpression dateFormat(QStringLiteral("yyyy"));
    return words.match(text).hasMatch() && !markup.match(text).hasMatch() &&
           !dateFormat.match(text).hasMatch();
}

QStringList untranslated(const QString& path, const QString& code)
{
    QStringList found;
    for (const Literal& literal : literalsOf(code)) {
        if (!isTranslated(literal) && looksLikeWords(literal.text))
            found << QStringLiteral("%1:%2 %3").arg(path).arg(literal.line).arg(literal.text);
    }
    return found;
}

QStringList windowFiles()
{
    const QDir root(QStringLiteral(CADASTRE_SOURCE_DIR));
    QStringList files;
    for (const char* folder : {"widgets", "app"}) {
        QDirIterator it(root.filePath(QLatin1String(folder)),
                        {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = root.relativeFilePath(it.next());
            if (!path.startsWith(QLatin1String("app/cli")) && path != QLatin1String("app/main.cpp"))
                files << path;
        }
    }
    files.sort();
    return files;
}

/// Thinking whose sentences panels show as they are, and no file holds.
QStringList spokenFiles()
{
    return {QStringLiteral("model/paths/no_path.cpp")};
}

QString codeOf(const QString& path)
{
    QFile file(QDir(QStringLiteral(CADASTRE_SOURCE_DIR)).filePath(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Words that are not for people's eyes, names, or shared with the command line.
bool isAllowed(const QString& path, const QString& text)
{
    static const QHash<QString, QStringList> allowed{
        {QStringLiteral("app/seen_catalogs.cpp"), // also says it on the command line
         {QStringLiteral("What the database looked like then cannot be read any more."),
          QStringLiteral("The folder %1 cannot be used.")}},
        {QStringLiteral("app/catalog_loader.cpp"), // also says it on the command line
         {QStringLiteral(" were not read"), QStringLiteral(" were read in part"),
          QStringLiteral("Source %1 is a workspace itself; name a database or a snapshot."),
          QStringLiteral("the schema changed while it was being read")}},
        {QStringLiteral("app/window_instance.cpp"), // what two processes say to each other
         {QStringLiteral("cadastre raise "), QStringLiteral("cadastre raised\\n")}},
        {QStringLiteral("widgets/path_sql_view.cpp"), // a condition, as it stands in the statement
         {QStringLiteral(" IS NULL")}},
        {QStringLiteral("widgets/note_row.cpp"), // values of tags, as they stand in comments
         {QStringLiteral("date of birth"), QStringLiteral("bank account"),
          QStringLiteral("IP address")}},
    };
    // reports and documents are English wherever they are made
    static const QStringList files{QStringLiteral("app/diagnostics.cpp"),
                                   QStringLiteral("app/documentation_files.cpp"),
                                   QStringLiteral("app/documentation_front.cpp")};
    return path == QLatin1String("widgets/plural_forms.cpp") || files.contains(path) ||
           text == QLatin1String("Cadastre") || allowed.value(path).contains(text);
}

/// Translates what thinking says, by raising its voice.
class LoudTranslator : public QTranslator
{
public:
    QString translate(const char* context, const char* text, const char* /*remark*/,
                      int /*count*/) const override
    {
        static const QByteArrayList contexts{"cadastre::KindWords", "cadastre::Difference"};
        return contexts.contains(context) ? QString::fromUtf8(text).toUpper() : QString();
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace

class TestTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finderFindsWords_data();
    void finderFindsWords();
    void everyTextCanBeTranslated();
    void countedTextsHaveTheirForms();
    void numbersFollowTheLocale();
    void oneIsNotMany();
    void windowTranslatesWhatFilesSayInEnglish();
};

void TestTexts::finderFindsWords_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("found");
    QTest::newRow("sentence") << R"(label->setText(QStringLiteral("Not read yet"));)" << true;
    QTest::newRow("one word") << R"(button->setText(QLatin1String("Close"));)" << true;
    QTest::newRow("split") << "x = QStringLiteral(\"a \"\n \"few words here\");" << true;
    QTest::newRow("tr") << R"(label->setText(tr("Not read yet"));)" << false;
    QTest::newRow("tr of another") << R"(x = Words::tr("Not read yet");)" << false;
    QTest::newRow("translate") << R"(QCoreApplication::translate("Context", "Not read yet"))"
                               << false;
    QTest::newRow("noop of another")
        << R"(x = text(QT_TRANSLATE_NOOP("Context", "Not read yet"));)" << false;
    QTest::newRow("second word of a call") << R"(showText("Context", "Not read yet"))" << true;
    QTest::newRow("name") << R"(setObjectName(QStringLiteral("messageBar"));)" << false;
    QTest::newRow("markup") << R"(html += QStringLiteral("<td class=\"quiet\">%1</td>");)" << false;
    QTest::newRow("comment") << "// \"Not read yet\"\n" << false;
    QTest::newRow("key") << R"(constexpr QLatin1String themeKey("window/theme");)" << false;
}

void TestTexts::finderFindsWords()
{
    QFETCH(QString, code);
    QFETCH(bool, found);
    QCOMPARE(!untranslated(QStringLiteral("x.cpp"), code).isEmpty(), found);
}

void TestTexts::everyTextCanBeTranslated()
{
    QStringList found;
    const QStringList files = windowFiles();
    QVERIFY(files.size() > 200);
    for (const QString& path : files + spokenFiles()) {
        QVERIFY2(!codeOf(path).isEmpty(), qPrintable(path));
        for (const Literal& literal : literalsOf(codeOf(path))) {
            if (!isTranslated(literal) && looksLikeWords(literal.text) &&
                !isAllowed(path, literal.text))
                found << QStringLiteral("%1:%2 %3").arg(path).arg(literal.line).arg(literal.text);
        }
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

/// A counted text says what it is for one; nothing else chooses between two words.
void TestTexts::countedTextsHaveTheirForms()
{
    QStringList found;
    int counted = 0;
    const QStringList files = windowFiles();
    for (const QString& path : files) {
        if (path == QLatin1String("widgets/plural_forms.cpp"))
            continue;
        const QString code = codeOf(path);
        if (code.contains(QStringLiteral("countedNoun(")))
            found << QStringLiteral("%1: tr(\"%Ln ...\") counts, countedNoun() knows one language")
                         .replace(QStringLiteral("%1"), path);
        for (const Literal& literal : literalsOf(code)) {
            if (!literal.text.contains(QStringLiteral("%n")) &&
                !literal.text.contains(QStringLiteral("%Ln")))
                continue;
            ++counted;
            if (singularForm(literal.text).isNull())
                found << path + QStringLiteral(": what is it for one? ") + literal.text;
        }
    }
    QVERIFY(counted > 30);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestTexts::numbersFollowTheLocale()
{
    static const QRegularExpression raw(
        QStringLiteral("(setText|setToolTip|setAccessibleName)\\(\\s*QString::number\\(|"
                       "tr\\(\"[^\"]*\"\\)\\s*\\.arg\\(\\s*QString::number\\("));
    QStringList found;
    const QStringList files = windowFiles();
    for (const QString& path : files) {
        const auto match = raw.match(codeOf(path));
        if (match.hasMatch())
            found << path + QStringLiteral(": ") + match.captured();
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestTexts::oneIsNotMany()
{
    QCOMPARE(QCoreApplication::translate("any", "%Ln tables", nullptr, 1),
             QStringLiteral("1 table"));
    QCOMPARE(QCoreApplication::translate("any", "%Ln tables", nullptr, 2),
             QStringLiteral("2 tables"));
    QCOMPARE(QCoreApplication::translate("any", "%Ln other boundaries", nullptr, 1),
             QStringLiteral("1 other boundary"));
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(QCoreApplication::translate("any", "%Ln tables", nullptr, 12345),
             QStringLiteral("12.345 tables"));
    QLocale::setDefault(before);
}

void TestTexts::windowTranslatesWhatFilesSayInEnglish()
{
    const auto before = test::catalogFromText("orders\n  id integer pk\n  fax text?\n");
    const auto after = test::catalogFromText("orders\n  id integer pk\n");
    ChangesState state;
    state.before = before;
    state.after = after;
    state.difference = difference(*before, *after);
    QCOMPARE(state.difference.changes.size(), std::size_t(1));
    LoudTranslator loud;
    QCoreApplication::installTranslator(&loud);
    const QString kind = objectKindText(*after, ObjectRef(TableId{0}));
    const QString page = changeHtml(state, 0);
    const QByteArray file = differenceText(state.difference, {});
    QCoreApplication::removeTranslator(&loud);
    QCOMPARE(kind, QStringLiteral("TABLE"));
    QVERIFY2(page.contains(QStringLiteral("COLUMN, ")), qPrintable(page));
    QVERIFY2(page.contains(QStringLiteral("WHO USES IT FAILS")), qPrintable(page));
    QVERIFY2(file.contains("who uses it fails"), file.constData());
    QVERIFY(!file.contains("WHO"));
}

QTEST_MAIN(TestTexts)
#include "tst_texts.moc"
