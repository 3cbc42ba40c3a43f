// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reads templates line by line; the language is described in resources/migrations/README.md.
#include "model/export/migration/migration_layout.h"

#include <QRegularExpression>
#include <QStringDecoder>

namespace cadastre {

namespace {

const QStringList& templateWordsOf(MigrationBlock block)
{
    static const QStringList everywhere{QStringLiteral("title"), QStringLiteral("slug"),
                                        QStringLiteral("time"), QStringLiteral("engine"),
                                        QStringLiteral("count")};
    static const QStringList each =
        everywhere + QStringList{QStringLiteral("sql"), QStringLiteral("undo"),
                                 QStringLiteral("object"), QStringLiteral("number")};
    static const QStringList leftOut =
        everywhere + QStringList{QStringLiteral("object"), QStringLiteral("reason")};
    switch (block) {
    case MigrationBlock::Once:
        return everywhere;
    case MigrationBlock::Each:
    case MigrationBlock::EachReverse:
        return each;
    case MigrationBlock::LeftOut:
        return leftOut;
    }
    Q_UNREACHABLE();
}

std::optional<Engine> engineOfWord(const QString& word)
{
    for (const Engine engine :
         {Engine::Sqlite, Engine::PostgreSql, Engine::MariaDb, Engine::MySql}) {
        if (engineName(engine).toLower() == word)
            return engine;
    }
    return std::nullopt;
}

class MigrationTemplateParser
{
public:
    explicit MigrationTemplateParser(const QString& name)
        : m_name(name)
    {
    }

    Result<MigrationLayout> parse(const QString& text);

private:
    Result<Nothing> takeLine(const QString& line);
    Result<Nothing> takeDirective(const QString& word, const QString& rest);
    Result<Nothing> takeHead(const QString& word, const QString& rest);
    Result<Nothing> takeFile(const QString& rest);
    Result<Nothing> takeOnlyWith(const QString& rest);
    Result<Nothing> openBlock(const QString& word, const QString& rest);
    Result<Nothing> takeText(const QString& line);
    Result<Nothing> checkWords(const QString& text, MigrationBlock block) const;
    [[nodiscard]] Error error(const QString& message) const
    {
        return {QStringLiteral("Line %1 of the template %2: %3").arg(m_line).arg(m_name, message),
                {}};
    }
    [[nodiscard]] MigrationFileLayout& file() { return m_layout.files.back(); }

    QString m_name;
    int m_line = 0;
    bool m_isInBlock = false;
    MigrationLayout m_layout;
};

Result<MigrationLayout> MigrationTemplateParser::parse(const QString& text)
{
    QStringList lines = text.split(QLatin1Char('\n'));
    if (lines.constLast().isEmpty())
        lines.removeLast();
    for (const QString& line : lines) {
        ++m_line;
        const Result<Nothing> taken =
            takeLine(line.endsWith(QLatin1Char('\r')) ? line.chopped(1) : line);
        if (!taken)
            return taken.error();
    }
    if (m_isInBlock)
        return error(QStringLiteral("a block is not ended by %end."));
    if (m_layout.files.empty())
        return error(QStringLiteral("there is no %file."));
    if (m_layout.title.isEmpty())
        m_layout.title = m_name;
    return m_layout;
}

Result<Nothing> MigrationTemplateParser::takeLine(const QString& line)
{
    if (line.startsWith(QLatin1String("%%")))
        return ok();
    if (!line.startsWith(QLatin1Char('%')))
        return takeText(line);
    const qsizetype blank = line.indexOf(QLatin1Char(' '));
    return takeDirective(line.mid(1, blank < 0 ? -1 : blank - 1),
                         blank < 0 ? QString() : line.mid(blank + 1).trimmed());
}

Result<Nothing> MigrationTemplateParser::takeDirective(const QString& word, const QString& rest)
{
    if (word == QLatin1String("end")) {
        if (!m_isInBlock)
            return error(QStringLiteral("there is no block to end."));
        m_isInBlock = false;
        return ok();
    }
    if (m_isInBlock)
        return error(QStringLiteral("%%1 cannot stand inside of a block.").arg(word));
    if (word == QLatin1String("title") || word == QLatin1String("one-line"))
        return takeHead(word, rest);
    if (word == QLatin1String("file"))
        return takeFile(rest);
    if (word == QLatin1String("only-with"))
        return takeOnlyWith(rest);
    return openBlock(word, rest);
}

Result<Nothing> MigrationTemplateParser::takeHead(const QString& word, const QString& rest)
{
    if (!m_layout.files.empty())
        return error(QStringLiteral("%%1 stands before the first %file.").arg(word));
    if (word == QLatin1String("title"))
        m_layout.title = rest;
    else
        m_layout.oneLine = true;
    return ok();
}

Result<Nothing> MigrationTemplateParser::takeFile(const QString& rest)
{
    if (rest.isEmpty())
        return error(QStringLiteral("%file needs a name."));
    m_layout.files.push_back({rest, {}, {}});
    return checkWords(rest, MigrationBlock::Once);
}

Result<Nothing> MigrationTemplateParser::takeOnlyWith(const QString& rest)
{
    if (m_layout.files.empty() || !file().parts.empty() || rest.isEmpty())
        return error(QStringLiteral("%only-with and a text stand directly below %file."));
    file().onlyWith = rest;
    return ok();
}

Result<Nothing> MigrationTemplateParser::openBlock(const QString& word, const QString& rest)
{
    MigrationLines part;
    if (word == QLatin1String("each") && (rest.isEmpty() || rest == QLatin1String("reverse"))) {
        part.block = rest.isEmpty() ? MigrationBlock::Each : MigrationBlock::EachReverse;
    } else if (word == QLatin1String("left-out") && rest.isEmpty()) {
        part.block = MigrationBlock::LeftOut;
    } else if (word == QLatin1String("if") && !rest.isEmpty()) {
        for (const QString& name : rest.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            const std::optional<Engine> engine = engineOfWord(name);
            if (!engine)
                return error(QStringLiteral("%1 is no engine: postgresql, mariadb, mysql, sqlite.")
                                 .arg(name));
            part.engines.push_back(*engine);
        }
    } else {
        return error(QStringLiteral("%%1 %2 is nothing that a template can say.").arg(word, rest));
    }
    if (m_layout.files.empty())
        return error(QStringLiteral("blocks stand below a %file."));
    file().parts.push_back(std::move(part));
    m_isInBlock = true;
    return ok();
}

Result<Nothing> MigrationTemplateParser::takeText(const QString& line)
{
    if (m_layout.files.empty()) {
        if (line.trimmed().isEmpty())
            return ok();
        return error(QStringLiteral("text stands below a %file."));
    }
    std::vector<MigrationLines>& parts = file().parts;
    const bool isOpen =
        !parts.empty() && (m_isInBlock || (parts.back().engines.empty() &&
                                           parts.back().block == MigrationBlock::Once));
    if (!isOpen)
        parts.emplace_back();
    parts.back().lines << line;
    for (const char* const word : {"{sql}", "{undo}"}) {
        const bool isAmongOthers =
            line.contains(QLatin1String(word)) && line.trimmed() != QLatin1String(word);
        m_layout.oneLine = m_layout.oneLine || isAmongOthers;
    }
    return checkWords(line, parts.back().block);
}

Result<Nothing> MigrationTemplateParser::checkWords(const QString& text, MigrationBlock block) const
{
    static const QRegularExpression braces(QStringLiteral("\\{\\{|\\{([^{}]*)(\\}?)"));
    for (auto it = braces.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const bool isKnown =
            match.captured(0) == QLatin1String("{{") ||
            (!match.captured(2).isEmpty() && templateWordsOf(block).contains(match.captured(1)));
        if (!isKnown)
            return error(QStringLiteral("%1 means nothing here; a brace is written as {{.")
                             .arg(match.captured(0)));
    }
    return ok();
}

} // namespace

Result<MigrationLayout> parseMigrationTemplate(const QString& name, const QByteArray& text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder.decode(text);
    if (decoder.hasError())
        return Error{QStringLiteral("The template %1 is not UTF-8.").arg(name), {}};
    return MigrationTemplateParser(name).parse(decoded);
}

} // namespace cadastre
