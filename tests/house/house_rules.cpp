// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The rules, one function each; see the header.
#include "tests/house/house_rules.h"

#include <QFileInfo>
#include <QHash>
#include <QLibraryInfo>
#include <QRegularExpression>

namespace cadastre::house {

namespace {

constexpr int longestFile = 300;
const QString graphvizFile = QStringLiteral("diagram/graphviz.cpp");
const QString parserHeader = QStringLiteral("pg_query.h");
const QString parserFile = QStringLiteral("model/relations/sql/postgresql_parse.cpp");

/// What each room may include, beside itself.
const QHash<QString, QStringList>& allowedRooms()
{
    static const auto list = [](const char* text) {
        return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    static const QHash<QString, QStringList> rooms{
        {QStringLiteral("model"), list("model")},
        {QStringLiteral("model/sql"), list("model model/sql")},
        {QStringLiteral("diagram"), list("model diagram")},
        {QStringLiteral("widgets"), list("model diagram widgets")},
        {QStringLiteral("app"), list("model model/sql diagram widgets app")},
        {QStringLiteral("resources"), list("resources")},
    };
    return rooms;
}

bool isHeaderOfQt(const QString& module, const QString& header)
{
    static const QString folder = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    return QFileInfo::exists(folder + QLatin1Char('/') + module + QLatin1Char('/') + header);
}

bool isDatabaseHeader(const QString& header)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(libpq|mysql|mariadb|ma_|errmsg\\.h|mysqld_error|sqlite3|postgres|pg_)"));
    return header != parserHeader && pattern.match(header).hasMatch();
}

bool mayKnowDatabases(const QString& room)
{
    return room == QLatin1String("model/sql") || room == QLatin1String("resources");
}

QStringList wrongOwnInclude(const QString& path, const QString& included)
{
    const QString room = roomOf(path);
    const QString other = roomOf(included);
    const bool isAllowed = other.isEmpty() || allowedRooms().value(room).contains(other);
    if (isAllowed)
        return {};
    return {QStringLiteral("%1 (%2) includes %3, which its room may not know")
                .arg(path, room, included)};
}

QStringList wrongSystemInclude(const QString& path, const QString& header)
{
    const QString room = roomOf(path);
    QStringList found;
    const auto forbid = [&](const QString& why) {
        found << QStringLiteral("%1 includes <%2>: %3").arg(path, header, why);
    };
    const bool isSql = header.startsWith(QLatin1String("QSql")) ||
                       header.startsWith(QLatin1String("QtSql")) || isDatabaseHeader(header);
    if (isSql && !mayKnowDatabases(room))
        forbid(QStringLiteral("only model/sql knows databases"));
    if (header.startsWith(QLatin1String("graphviz/")) && path != graphvizFile)
        forbid(QStringLiteral("only %1 knows Graphviz").arg(graphvizFile));
    if (header == parserHeader && path != parserFile)
        forbid(QStringLiteral("only %1 knows PostgreSQL's parser").arg(parserFile));
    const bool isQt = header.startsWith(QLatin1Char('Q')) && !isSql;
    if (room == QLatin1String("model") && isQt && !isHeaderOfQt(QStringLiteral("QtCore"), header))
        forbid(QStringLiteral("model/ is Qt Core only"));
    if (room == QLatin1String("model/sql") && isQt &&
        !isHeaderOfQt(QStringLiteral("QtCore"), header))
        forbid(QStringLiteral("model/sql is Qt Core and Qt SQL only"));
    return found;
}

QStringList wrongIncludes(const QString& path, const QString& text)
{
    static const QRegularExpression include(
        QStringLiteral("^[ \\t]*#[ \\t]*include[ \\t]*([<\"])([^>\"]+)[>\"]"),
        QRegularExpression::MultilineOption);
    QStringList found;
    for (auto it = include.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        found += match.captured(1) == QLatin1String("<")
                     ? wrongSystemInclude(path, match.captured(2))
                     : wrongOwnInclude(path, match.captured(2));
    }
    return found;
}

/// Dialects, the statements that make objects, and the SELECTs that people copy: these are texts
/// for people, never run by the program.
bool mayHoldSql(const QString& path)
{
    return path.startsWith(QLatin1String("model/dialect/")) ||
           path.startsWith(QLatin1String("model/export/ddl")) ||
           path.startsWith(QLatin1String("model/export/select"));
}

QStringList sqlText(const QString& path, const QString& text)
{
    static const QRegularExpression statement(
        QStringLiteral("\\bSELECT\\b.+\\bFROM\\b|\\bINSERT\\s+INTO\\b|\\bUPDATE\\b.+\\bSET\\b"
                       "|\\bDELETE\\s+FROM\\b|\\bCREATE\\s+(TABLE|VIEW|INDEX|TRIGGER)\\s"
                       "|\\bALTER\\s+TABLE\\s|\\bDROP\\s+(TABLE|VIEW)\\b|\\bPRAGMA\\s+\\w"
                       "|\\bCOMMENT\\s+ON\\s+(TABLE|COLUMN)|\\bSET\\s+(SESSION|LOCAL)\\b"
                       "|\\bSTART\\s+TRANSACTION\\b|\\bSAVEPOINT\\s"),
        QRegularExpression::DotMatchesEverythingOption);
    QStringList found;
    if (mayHoldSql(path))
        return found;
    for (const QString& literal : stringLiterals(text)) {
        if (statement.match(literal).hasMatch())
            found << QStringLiteral("%1 holds SQL text: %2").arg(path, literal.left(60));
    }
    return found;
}

QStringList wrongForm(const QString& path, const QString& text)
{
    QStringList found;
    if (!text.startsWith(QLatin1String("// SPDX-License-Identifier: MIT\n")))
        found << QStringLiteral("%1 does not begin with its licence").arg(path);
    const qsizetype lines = text.count(QLatin1Char('\n'));
    if (lines > longestFile && roomOf(path) != QLatin1String("tests"))
        found << QStringLiteral("%1 has %2 lines, more than %3")
                     .arg(path)
                     .arg(lines)
                     .arg(longestFile);
    return found;
}

/// Walks over C++ code; what it is not interested in it skips.
class LiteralScanner
{
public:
    explicit LiteralScanner(const QString& code)
        : m_code(code)
    {
    }

    QStringList scan()
    {
        while (m_at < m_code.size()) {
            if (startsWith("//"))
                skipTo(QStringLiteral("\n"));
            else if (startsWith("/*"))
                skipTo(QStringLiteral("*/"));
            else if (startsWith("R\""))
                readRaw();
            else if (m_code[m_at] == QLatin1Char('"'))
                readPlain();
            else if (m_code[m_at] == QLatin1Char('\'') && !isDigitSeparator())
                skipCharacter();
            else
                skipCode();
        }
        return m_literals;
    }

private:
    [[nodiscard]] bool startsWith(const char* text) const
    {
        return QStringView(m_code).sliced(m_at).startsWith(QLatin1String(text));
    }

    void skipTo(const QString& end)
    {
        const qsizetype found = m_code.indexOf(end, m_at);
        m_at = found < 0 ? m_code.size() : found + end.size();
    }

    void skipCode()
    {
        if (!m_code[m_at].isSpace())
            m_joins = false;
        ++m_at;
    }

    [[nodiscard]] bool isDigitSeparator() const { return m_at > 0 && m_code[m_at - 1].isDigit(); }

    void skipCharacter()
    {
        ++m_at;
        while (m_at < m_code.size() && m_code[m_at] != QLatin1Char('\''))
            m_at += m_code[m_at] == QLatin1Char('\\') ? 2 : 1;
        ++m_at;
        m_joins = false;
    }

    void readPlain()
    {
        const qsizetype start = ++m_at;
        while (m_at < m_code.size() && m_code[m_at] != QLatin1Char('"'))
            m_at += m_code[m_at] == QLatin1Char('\\') ? 2 : 1;
        add(m_code.mid(start, m_at - start));
        ++m_at;
    }

    void readRaw()
    {
        const qsizetype open = m_code.indexOf(QLatin1Char('('), m_at);
        const QString end =
            QLatin1Char(')') + m_code.mid(m_at + 2, open - m_at - 2) + QLatin1Char('"');
        const qsizetype start = open + 1;
        m_at = start;
        skipTo(end);
        add(m_code.mid(start, m_at - end.size() - start));
    }

    void add(const QString& literal)
    {
        if (m_joins)
            m_literals.last() += literal;
        else
            m_literals << literal;
        m_joins = true;
    }

    const QString& m_code;
    qsizetype m_at = 0;
    bool m_joins = false;
    QStringList m_literals;
};

} // namespace

QString roomOf(const QString& path)
{
    static const QStringList rooms{QStringLiteral("model/sql"), QStringLiteral("model"),
                                   QStringLiteral("diagram"),   QStringLiteral("widgets"),
                                   QStringLiteral("app"),       QStringLiteral("resources"),
                                   QStringLiteral("tests")};
    for (const QString& room : rooms) {
        if (path.startsWith(room + QLatin1Char('/')))
            return room;
    }
    return {};
}

QStringList stringLiterals(const QString& code)
{
    return LiteralScanner(code).scan();
}

QStringList violations(const QString& path, const QString& text)
{
    QStringList found = wrongForm(path, text);
    if (roomOf(path) == QLatin1String("tests"))
        return found;
    return found + wrongIncludes(path, text) + sqlText(path, text);
}

} // namespace cadastre::house
