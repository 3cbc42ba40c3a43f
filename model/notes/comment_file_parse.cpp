// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The grammar of the comment file, as resources/help/comment-file.md has it. Tokens are
// CommentFileReader's.
#include "model/notes/comment_file_parts.h"
#include "model/notes/comment_file_reader.h"
#include "model/notes/comment_words.h"

#include <QHash>
#include <QRegularExpression>

namespace cadastre {

namespace {

/// Two statements for one object: the words of a group share their names.
struct TargetIdentity
{
    QString group;
    QStringList path;
    QString arguments;
    bool onTable = false;

    bool operator==(const TargetIdentity&) const = default;
    friend size_t qHash(const TargetIdentity& identity, size_t seed) noexcept
    {
        return qHashMulti(seed, identity.group, identity.path, identity.arguments);
    }
};

class CommentFileParser
{
public:
    explicit CommentFileParser(const QString& text)
        : m_reader(text)
    {
    }

    Result<std::vector<PlacedComment>> parse();

private:
    Result<Nothing> parseComment();
    Result<QString> parseWas();
    Result<Nothing> parseStatement();
    Result<CommentTarget> parseTarget();
    Result<Nothing> parseOnTable(CommentTarget& target, CommentNameForm form);
    Result<Nothing> checkParts(const CommentTarget& target, CommentNameForm form,
                               qsizetype start) const;
    Result<QString> parseText();
    Result<Nothing> remember(const CommentTarget& target, qsizetype start);

    CommentFileReader m_reader;
    std::vector<PlacedComment> m_comments;
    QHash<TargetIdentity, int> m_lines; ///< of the statements so far
    std::optional<QString> m_was;       ///< of the line directly before
    qsizetype m_wasStart = 0;
};

/// `-- was:` as it should be written, or nearly so.
bool looksLikeWas(QStringView line)
{
    static const QRegularExpression pattern(QStringLiteral("^--[ \\t]*was[ \\t]*:"),
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(line).hasMatch();
}

Result<std::vector<PlacedComment>> CommentFileParser::parse()
{
    for (;;) {
        const qsizetype before = m_reader.position();
        if (!m_was)
            m_reader.skipBlanks();
        if (m_reader.atEnd())
            break;
        const Result<Nothing> done =
            m_reader.startsWith(QLatin1String("--")) && !m_was ? parseComment() : parseStatement();
        if (!done)
            return done.error();
        Q_ASSERT(m_reader.position() > before);
    }
    if (m_was)
        return m_reader.error(m_wasStart, QStringLiteral("no statement follows this was line."));
    return std::move(m_comments);
}

Result<Nothing> CommentFileParser::parseComment()
{
    const qsizetype start = m_reader.position();
    const bool isAtLineStart = m_reader.isAtLineStart();
    const QStringView line = m_reader.takeRestOfLine();
    if (!looksLikeWas(line))
        return ok();
    if (!isAtLineStart || !line.startsWith(QLatin1String("-- was: ")))
        return m_reader.error(start, QStringLiteral("a was line begins with exactly \"-- was: \", "
                                                    "at the start of the line."));
    m_reader.setPosition(start + 8);
    const Result<QString> was = parseWas();
    if (!was)
        return was.error();
    m_was = *was;
    m_wasStart = start;
    return ok();
}

Result<QString> CommentFileParser::parseWas()
{
    const qsizetype start = m_reader.position();
    if (isSqlBlank(m_reader.peek()))
        return m_reader.error(
            QStringLiteral("a text ('...' or E'...') or NULL should stand here."));
    const Result<QString> was = parseText();
    if (!was)
        return was;
    const qsizetype end = m_reader.position();
    for (const QChar c : m_reader.text().sliced(start, end - start)) {
        if (c == QLatin1Char('\n') || c == QLatin1Char('\r'))
            return m_reader.error(start, QStringLiteral("a was line is one line: write line ends "
                                                        "as \\n in E'...'."));
    }
    if (!m_reader.acceptLineEnd() && !m_reader.atEnd())
        return m_reader.error(QStringLiteral("nothing may follow the text of a was line."));
    return was;
}

Result<QString> CommentFileParser::parseText()
{
    if (m_reader.acceptWords(QLatin1String("NULL")))
        return QString();
    return m_reader.takeLiteral();
}

Result<Nothing> CommentFileParser::parseStatement()
{
    const qsizetype lineStart = m_reader.position();
    const bool isDirectlyBehind = m_was && m_reader.peekWord() == QLatin1String("COMMENT");
    m_reader.skipBlanks();
    const qsizetype start = m_reader.position();
    if (m_was) {
        const QStringView between = m_reader.text().sliced(lineStart, start - lineStart);
        if (!isDirectlyBehind || between.contains(QLatin1Char('\n')) ||
            between.contains(QLatin1Char('\r')))
            return m_reader.error(lineStart, QStringLiteral("the statement should stand directly "
                                                            "behind its was line."));
    }
    if (!m_reader.acceptWords(QLatin1String("COMMENT ON")))
        return m_reader.error(start, QStringLiteral("only COMMENT ON statements may stand here."));
    const Result<CommentTarget> target = parseTarget();
    if (!target)
        return target.error();
    if (!m_reader.acceptWords(QLatin1String("IS"))) {
        m_reader.skipBlanks();
        return m_reader.error(QStringLiteral("IS should stand here."));
    }
    const Result<QString> text = parseText();
    if (!text)
        return text.error();
    if (!m_reader.accept(';'))
        return m_reader.error(QStringLiteral("; should stand here."));
    if (const Result<Nothing> single = remember(*target, start); !single)
        return single.error();
    const CommentFileReader::Place place = m_reader.placeOf(start);
    m_comments.push_back({{*target, m_was, *text, place.line, place.column},
                          m_was ? m_wasStart : start,
                          m_reader.position()});
    m_was.reset();
    return ok();
}

Result<CommentTarget> CommentFileParser::parseTarget()
{
    m_reader.skipBlanks();
    const qsizetype start = m_reader.position();
    for (const CommentWord& word : commentWords()) {
        const bool isMatch = word.form != CommentNameForm::OnDomain &&
                             m_reader.acceptWords(word.word) &&
                             m_reader.peekWord() != QLatin1String("IS");
        if (!isMatch) {
            m_reader.setPosition(start);
            continue;
        }
        CommentTarget target{word.word, {}, {}, false};
        const Result<QStringList> path = m_reader.takePath();
        if (!path)
            return path.error();
        target.path = *path;
        if (const Result<Nothing> fits = checkParts(target, word.form, start); !fits)
            return fits.error();
        if (word.form == CommentNameForm::Routine) {
            const Result<QString> arguments = m_reader.takeArguments();
            if (!arguments)
                return arguments.error();
            target.arguments = *arguments;
        }
        const Result<Nothing> on = parseOnTable(target, word.form);
        if (!on)
            return on.error();
        return target;
    }
    const QString written = m_reader.peekWord();
    return m_reader.error(QStringLiteral("%1 is no kind of object that a comment file knows.")
                              .arg(written.isEmpty() ? QStringLiteral("this") : written));
}

Result<Nothing> CommentFileParser::parseOnTable(CommentTarget& target, CommentNameForm form)
{
    const bool mayFollow = form == CommentNameForm::OnTable || form == CommentNameForm::Index;
    if (!mayFollow || !m_reader.acceptWords(QLatin1String("ON"))) {
        if (form != CommentNameForm::OnTable)
            return ok();
        m_reader.skipBlanks();
        return m_reader.error(QStringLiteral("ON and the table of the %1 should stand here.")
                                  .arg(target.word.toLower()));
    }
    const qsizetype start = m_reader.position();
    // a table may be called domain
    if (target.word == QLatin1String("CONSTRAINT") &&
        m_reader.acceptWords(QLatin1String("DOMAIN"))) {
        const bool isName = m_reader.peekWord() == QLatin1String("IS") || m_reader.accept('.');
        if (isName)
            m_reader.setPosition(start);
        else
            target.word = QStringLiteral("DOMAIN CONSTRAINT");
    }
    const Result<QStringList> table = m_reader.takePath();
    if (!table)
        return table.error();
    if (table->size() > 2 || target.path.size() > 1)
        return m_reader.error(start, QStringLiteral("the name stands alone, and its table is "
                                                    "schema.table or table."));
    target.onTable = target.word != QLatin1String("DOMAIN CONSTRAINT");
    target.path = *table + target.path;
    return ok();
}

Result<Nothing> CommentFileParser::checkParts(const CommentTarget& target, CommentNameForm form,
                                              qsizetype start) const
{
    const bool isColumn = form == CommentNameForm::Column;
    const bool isPlain = form == CommentNameForm::Plain || form == CommentNameForm::OnTable;
    const qsizetype least = isColumn ? 2 : 1;
    const qsizetype most = isPlain ? 1 : least + 1;
    if (target.path.size() >= least && target.path.size() <= most)
        return ok();
    return m_reader.error(
        start, isColumn ? QStringLiteral("a column is named table.column or schema.table.column.")
               : isPlain
                   ? QStringLiteral("the name behind %1 has one part.").arg(target.word)
                   : QStringLiteral("the name behind %1 has one part, or a schema and a dot before "
                                    "it.")
                         .arg(target.word));
}

Result<Nothing> CommentFileParser::remember(const CommentTarget& target, qsizetype start)
{
    const CommentWord* const word = commentWord(target.word);
    const TargetIdentity identity{word->group, target.path, target.arguments, target.onTable};
    const auto known = m_lines.constFind(identity);
    if (known != m_lines.constEnd())
        return m_reader.error(start, QStringLiteral("line %1 has a comment for %2 already.")
                                         .arg(*known)
                                         .arg(targetName(target)));
    m_lines.insert(identity, m_reader.placeOf(start).line);
    return ok();
}

} // namespace

Result<std::vector<PlacedComment>> parseCommentParts(const QString& text)
{
    return CommentFileParser(text).parse();
}

Result<std::vector<CommentStatement>> parseCommentFile(const QString& text)
{
    Result<std::vector<PlacedComment>> parts = parseCommentParts(text);
    if (!parts)
        return parts.error();
    std::vector<CommentStatement> statements;
    statements.reserve(parts->size());
    for (PlacedComment& part : *parts)
        statements.push_back(std::move(part.statement));
    return statements;
}

} // namespace cadastre
