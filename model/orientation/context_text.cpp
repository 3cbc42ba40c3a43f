// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Writes names and data for a context; see the header.
#include "model/orientation/context_text.h"

#include "model/dialect/quoting.h"

#include <algorithm>

namespace cadastre {

namespace {

/// Control characters, directions, separators, halves of surrogates: what could end or turn a line.
bool actsInText(const QString& text, qsizetype at)
{
    const QChar c = text[at];
    if (c.isHighSurrogate())
        return at + 1 >= text.size() || !text[at + 1].isLowSurrogate();
    if (c.isLowSurrogate())
        return at == 0 || !text[at - 1].isHighSurrogate();
    const QChar::Category category = c.category();
    return category == QChar::Other_Control || category == QChar::Other_Format ||
           category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
}

QString withoutActing(const QString& text)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (actsInText(text, i))
            result += QStringLiteral("\\u{%1}").arg(text[i].unicode(), 0, 16);
        else
            result += text[i];
    }
    return result;
}

} // namespace

bool hasActingCharacters(const QString& text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (actsInText(text, i))
            return true;
    }
    return false;
}

int estimatedTokens(QByteArrayView text)
{
    int tokens = 0;
    int run = 0;
    const auto endRun = [&] {
        tokens += (run + 2) / 3;
        run = 0;
    };
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
            (byte >= 'A' && byte <= 'Z')) {
            ++run;
            continue;
        }
        endRun();
        tokens += byte == ' ' ? 0 : 1;
    }
    endRun();
    return tokens;
}

QString quotedData(const QString& text, int longest)
{
    QString shown = text;
    QString rest;
    if (text.size() > longest) {
        qsizetype end = longest;
        if (text[end - 1].isHighSurrogate())
            --end;
        shown.truncate(end);
        rest = QStringLiteral("… [+%1 characters]").arg(text.size() - end);
    }
    QString result;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const QChar c = shown[i];
        if (c == QLatin1Char('"') || c == QLatin1Char('\\'))
            result += QLatin1Char('\\');
        if (actsInText(shown, i))
            result += QStringLiteral("\\u{%1}").arg(c.unicode(), 0, 16);
        else
            result += c;
    }
    return QString(QLatin1Char('"') + result + QLatin1Char('"') + rest);
}

QString contextName(Engine engine, const QString& name)
{
    const Result<QString> quoted = quotedIdentifier(engine, name);
    if (!quoted || hasActingCharacters(*quoted))
        return QString(QStringLiteral("unwritable ") + quotedData(name));
    return *quoted;
}

QString contextName(const Catalog& catalog, TableId id)
{
    const Table& table = catalog.table(id);
    const Schema& schema = catalog.schema(table.schema);
    const Source& source = catalog.source(schema.source);
    const QString name = contextName(source.engine, table.name);
    return schema.name == source.defaultSchema
               ? name
               : QString(contextName(source.engine, schema.name) + QLatin1Char('.') + name);
}

QString contextType(const Column& column, bool withValues)
{
    const QString& type = column.type;
    for (const auto& word : {QLatin1String("enum"), QLatin1String("set")}) {
        const QString trimmed = type.trimmed();
        if (!withValues && trimmed.startsWith(word, Qt::CaseInsensitive) &&
            trimmed.mid(word.size()).trimmed().startsWith(QLatin1Char('(')))
            return QString(word + QStringLiteral("(…)"));
    }
    return type.isEmpty() ? QStringLiteral("untyped") : withoutActing(type.simplified());
}

} // namespace cadastre
