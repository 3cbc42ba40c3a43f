// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// From planned comments to files, by a template that was taken apart; see migration.h. The
// statements themselves are made where they would be sent.
#include "model/export/migration/migration_layout.h"
#include "model/export/single_line.h"

#include <QHash>

#include <algorithm>

namespace cadastre {

namespace {

constexpr qsizetype longestSlug = 60;

using Words = QHash<QString, QString>;

/// Words of people and databases inside of a file's comments.
QString harmless(const QString& text)
{
    QString line = asSingleLine(text);
    line.replace(QLatin1String("*/"), QLatin1String("* /"));
    return line;
}

bool isAmong(QChar c, QChar first, QChar last)
{
    return c >= first && c <= last;
}

QString slugOf(const QString& title)
{
    QString slug;
    for (const QChar c : title.toLower()) {
        const bool isPlain = isAmong(c, QLatin1Char('a'), QLatin1Char('z')) ||
                             isAmong(c, QLatin1Char('0'), QLatin1Char('9'));
        if (isPlain)
            slug += c;
        else if (!slug.isEmpty() && !slug.endsWith(QLatin1Char('_')))
            slug += QLatin1Char('_');
    }
    slug.truncate(longestSlug);
    while (slug.endsWith(QLatin1Char('_')))
        slug.chop(1);
    return slug.isEmpty() ? QStringLiteral("comments") : slug;
}

QString migrationFileName(const QString& name)
{
    QString plain;
    for (const QChar c : name) {
        const bool isPlain =
            c.unicode() < 0x80 && (c.isLetterOrNumber() || QLatin1String("._-").contains(c));
        plain += isPlain ? c : QLatin1Char('_');
    }
    while (plain.startsWith(QLatin1Char('.')))
        plain.remove(0, 1);
    return plain;
}

QString endedStatement(const QString& sql)
{
    return sql.endsWith(QLatin1Char(';')) ? sql : QString(sql + QLatin1Char(';'));
}

bool hasLineEnd(const QString& sql)
{
    return sql.contains(QLatin1Char('\n')) || sql.contains(QLatin1Char('\r'));
}

/// A line of a template with its words; values are never looked into again.
QString filled(const QString& line, const Words& words)
{
    QString text;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] != QLatin1Char('{')) {
            text += line[i];
        } else if (i + 1 < line.size() && line[i + 1] == QLatin1Char('{')) {
            text += line[i++];
        } else {
            const qsizetype end = line.indexOf(QLatin1Char('}'), i);
            text += words.value(line.mid(i + 1, end - i - 1));
            i = end;
        }
    }
    return text;
}

class MigrationMaker
{
public:
    MigrationMaker(MigrationLayout layout, std::span<const PlannedComment> comments,
                   const MigrationFacts& facts)
        : m_layout(std::move(layout))
        , m_engine(facts.engine)
    {
        for (const PlannedComment& comment : comments)
            sort(comment);
        const qsizetype count = static_cast<qsizetype>(m_comments.size());
        m_words = {
            {QStringLiteral("title"), harmless(facts.title)},
            {QStringLiteral("slug"), slugOf(facts.title)},
            {QStringLiteral("time"), facts.time.toUTC().toString(QStringLiteral("yyyyMMddHHmmss"))},
            {QStringLiteral("engine"), engineName(facts.engine)},
            {QStringLiteral("count"),
             count == 1 ? QStringLiteral("1 comment") : QStringLiteral("%1 comments").arg(count)},
        };
    }

    Result<std::vector<MigrationFile>> make() const;

private:
    void sort(const PlannedComment& comment);
    [[nodiscard]] bool isMade(const MigrationFileLayout& file) const;
    [[nodiscard]] QString partText(const MigrationLines& part) const;
    [[nodiscard]] Words wordsOf(std::size_t number) const;

    MigrationLayout m_layout;
    Engine m_engine;
    Words m_words;
    std::vector<const PlannedComment*> m_comments;
    std::vector<std::pair<QString, QString>> m_leftOut; ///< object, reason
};

void MigrationMaker::sort(const PlannedComment& comment)
{
    QString reason = comment.refusal;
    if (reason.isEmpty() && comment.place != CommentPlace::Database)
        reason = QStringLiteral("its comment lives in a file beside the database");
    else if (reason.isEmpty() && comment.sql.isEmpty())
        reason = QStringLiteral("there is no SQL for it");
    else if (reason.isEmpty() && m_layout.oneLine &&
             (hasLineEnd(comment.sql) || hasLineEnd(comment.undoSql)))
        reason = QStringLiteral("its SQL is more than one line, which these files cannot hold");
    if (reason.isEmpty())
        m_comments.push_back(&comment);
    else
        m_leftOut.emplace_back(comment.edit.key.toString(), reason);
}

bool MigrationMaker::isMade(const MigrationFileLayout& file) const
{
    return file.onlyWith.isEmpty() ||
           std::ranges::any_of(m_comments, [&](const PlannedComment* comment) {
               return comment->sql.contains(file.onlyWith) ||
                      comment->undoSql.contains(file.onlyWith);
           });
}

Words MigrationMaker::wordsOf(std::size_t number) const
{
    const PlannedComment& comment = *m_comments[number];
    const QString object = harmless(comment.edit.key.toString());
    Words words = m_words;
    words.insert(QStringLiteral("sql"), endedStatement(comment.sql));
    words.insert(QStringLiteral("undo"),
                 comment.undoSql.isEmpty()
                     ? QStringLiteral("-- nothing takes this back: %1").arg(object)
                     : endedStatement(comment.undoSql));
    words.insert(QStringLiteral("object"), object);
    words.insert(QStringLiteral("number"), QString::number(number + 1));
    return words;
}

QString MigrationMaker::partText(const MigrationLines& part) const
{
    QString text;
    const auto add = [&](const Words& words) {
        for (const QString& line : part.lines)
            text += filled(line, words) + QLatin1Char('\n');
    };
    switch (part.block) {
    case MigrationBlock::Once:
        if (part.engines.empty() || std::ranges::count(part.engines, m_engine) > 0)
            add(m_words);
        break;
    case MigrationBlock::Each:
        for (std::size_t i = 0; i < m_comments.size(); ++i)
            add(wordsOf(i));
        break;
    case MigrationBlock::EachReverse:
        for (std::size_t i = m_comments.size(); i-- > 0;)
            add(wordsOf(i));
        break;
    case MigrationBlock::LeftOut:
        for (const auto& [object, reason] : m_leftOut) {
            Words words = m_words;
            words.insert(QStringLiteral("object"), harmless(object));
            words.insert(QStringLiteral("reason"), harmless(reason));
            add(words);
        }
        break;
    }
    return text;
}

Result<std::vector<MigrationFile>> MigrationMaker::make() const
{
    if (m_comments.empty())
        return Error{m_leftOut.empty()
                         ? QStringLiteral("There is no comment to make a migration of.")
                         : QStringLiteral("None of these comments can be in a migration. %1: %2")
                               .arg(m_leftOut.front().first, m_leftOut.front().second),
                     {}};
    std::vector<MigrationFile> files;
    for (const MigrationFileLayout& file : m_layout.files) {
        if (!isMade(file))
            continue;
        QString text;
        for (const MigrationLines& part : file.parts)
            text += partText(part);
        files.push_back({migrationFileName(filled(file.name, m_words)), text.toUtf8()});
    }
    return files;
}

} // namespace

Result<std::vector<MigrationFile>> makeMigration(const MigrationTemplate& format,
                                                 std::span<const PlannedComment> comments,
                                                 const MigrationFacts& facts)
{
    Result<MigrationLayout> layout = parseMigrationTemplate(format.name, format.text);
    if (!layout)
        return layout.error();
    return MigrationMaker(*std::move(layout), comments, facts).make();
}

} // namespace cadastre
