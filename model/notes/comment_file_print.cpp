// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Printing statements of a comment file, and reading its bytes. The grammar is in
// comment_file_parse.cpp.
#include "model/notes/comment_file_parts.h"
#include "model/notes/comment_file_reader.h"
#include "model/notes/comment_words.h"

#include "model/catalog/object_key.h"
#include "model/dialect/quoting.h"

#include <QStringDecoder>

namespace cadastre {

namespace {

Result<QString> fileLiteral(const QString& text)
{
    if (text.isEmpty())
        return QStringLiteral("NULL");
    return quotedLiteral(Engine::PostgreSql, text);
}

bool targetStandsUnderTable(const CommentTarget& target)
{
    const CommentWord* const word = commentWord(target.word);
    return target.onTable || (word && (word->form == CommentNameForm::OnTable ||
                                       word->form == CommentNameForm::OnDomain));
}

Result<QString> printedPath(const CommentTarget& target)
{
    for (const QString& part : target.path) {
        if (part.isEmpty())
            return Error{QStringLiteral("%1 cannot stand in a comment file: a part of its name is "
                                        "empty.")
                             .arg(targetName(target)),
                         {}};
    }
    if (!targetStandsUnderTable(target))
        return quotedPath(Engine::PostgreSql, target.path);
    const Result<QString> name = quotedPath(Engine::PostgreSql, {target.path.constLast()});
    const Result<QString> table =
        quotedPath(Engine::PostgreSql, target.path.first(target.path.size() - 1));
    if (!name || !table)
        return name ? table : name;
    const bool onDomain = target.word == QLatin1String("DOMAIN CONSTRAINT");
    return QStringLiteral("%1 ON %2%3")
        .arg(*name, onDomain ? QStringLiteral("DOMAIN ") : QString(), *table);
}

/// A blank behind each comma between types, as PostgreSQL writes them.
QString spacedArguments(const QString& canonical)
{
    QString spaced;
    int depth = 0;
    QChar quote;
    for (const QChar c : canonical) {
        spaced += c;
        if (!quote.isNull() || c == QLatin1Char('"') || c == QLatin1Char('\''))
            quote = quote.isNull() ? c : (c == quote ? QChar() : quote);
        else if (c == QLatin1Char('('))
            ++depth;
        else if (c == QLatin1Char(')'))
            --depth;
        else if (c == QLatin1Char(',') && depth == 0)
            spaced += QLatin1Char(' ');
    }
    return spaced;
}

/// `f(integer, text)`; an aggregate without arguments is `f(*)`.
Result<QString> printedArguments(const CommentTarget& target)
{
    const Result<QString> arguments = commentArguments(target.arguments);
    if (!arguments)
        return Error{QStringLiteral("The argument types of %1 cannot stand in a comment file.")
                         .arg(targetName(target)),
                     arguments.error().message};
    return QString(QLatin1Char('(') + spacedArguments(*arguments) + QLatin1Char(')'));
}

} // namespace

Result<QString> printedTarget(const CommentTarget& target)
{
    const CommentWord* const word = commentWord(target.word);
    Q_ASSERT(word && !target.path.isEmpty());
    Result<QString> path = printedPath(target);
    if (!path)
        return path;
    QString text =
        (word->form == CommentNameForm::OnDomain ? QStringLiteral("CONSTRAINT") : target.word) +
        QLatin1Char(' ') + *path;
    if (word->form == CommentNameForm::Routine) {
        const Result<QString> arguments = printedArguments(target);
        if (!arguments)
            return arguments;
        text += *arguments;
    }
    return text;
}

QString targetName(const CommentTarget& target)
{
    QStringList parts;
    for (const QString& part : target.path)
        parts << quotedKeyPart(part);
    QString name = target.word.toLower() + QLatin1Char(' ');
    if (targetStandsUnderTable(target) && parts.size() > 1)
        name += parts.takeLast() + QLatin1String(" of ");
    name += parts.join(QLatin1Char('.'));
    const CommentWord* const word = commentWord(target.word);
    if (word && word->form == CommentNameForm::Routine)
        name += QLatin1Char('(') + target.arguments.simplified() + QLatin1Char(')');
    return name;
}

Result<QString> printCommentStatement(const CommentStatement& statement)
{
    const Result<QString> target = printedTarget(statement.target);
    if (!target)
        return target;
    const Result<QString> text = fileLiteral(statement.text);
    if (!text)
        return text;
    const QString printed = QStringLiteral("COMMENT ON ") + *target + QStringLiteral(" IS ") +
                            *text + QStringLiteral(";\n");
    if (!statement.was)
        return printed;
    const Result<QString> was = fileLiteral(*statement.was);
    if (!was)
        return was;
    return QString(QStringLiteral("-- was: ") + *was + QLatin1Char('\n') + printed);
}

Result<QString> commentFileText(const QByteArray& bytes)
{
    QStringDecoder whole(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = whole.decode(bytes);
    if (!whole.hasError())
        return text;
    QStringDecoder decoder(QStringDecoder::Utf8);
    int line = 1;
    int column = 0; // of the character that is being read
    for (const char byte : bytes) {
        column += (static_cast<uchar>(byte) & 0xc0U) == 0x80U ? 0 : 1;
        const QString ignored = decoder.decode(QByteArrayView(&byte, 1));
        if (decoder.hasError())
            break;
        if (byte == '\n') {
            ++line;
            column = 0;
        }
    }
    return Error{
        QStringLiteral("Line %1, column %2: this is not UTF-8.").arg(line).arg(qMax(column, 1)),
        {}};
}

} // namespace cadastre
