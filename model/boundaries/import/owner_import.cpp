// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Tells the forms of owner files apart and decodes their text; see the header. Each form has a
// reader of its own, owner_import_apply.cpp does the rest.
#include "model/boundaries/import/owner_import_parts.h"

#include <QRegularExpression>
#include <QStringDecoder>

namespace cadastre {

namespace {

/// UTF-8, or what a byte order mark says; absent when the bytes are something else.
std::optional<QString> decodedOwnerText(const QByteArray& bytes)
{
    const auto encoding = QStringConverter::encodingForData(bytes);
    QStringDecoder decoder(encoding.value_or(QStringConverter::Utf8));
    QString text = decoder.decode(bytes);
    if (decoder.hasError() || text.contains(QChar::Null))
        return std::nullopt;
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    text.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    return text;
}

std::optional<OwnerFormat> formatOfText(const QString& text)
{
    static const QRegularExpression viewpoints(QStringLiteral("^[\"']?viewpoints[\"']?[ \\t]*:"),
                                               QRegularExpression::MultilineOption);
    static const QRegularExpression ownerLine(
        QStringLiteral("^[ \\t]*[^#\\s:]\\S*[ \\t]+\\S*@\\S+"),
        QRegularExpression::MultilineOption);
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        if (line.trimmed().isEmpty() || line.startsWith(QLatin1String("sep=")))
            continue;
        if (isOwnerTableHeader(line))
            return OwnerFormat::Table;
        break;
    }
    if (viewpoints.match(text).hasMatch())
        return OwnerFormat::TblsViewpoints;
    return ownerLine.match(text).hasMatch() ? std::optional(OwnerFormat::CodeOwners) : std::nullopt;
}

Result<OwnerSheet> readOwnerSheet(const QString& text, const QString& fileName)
{
    const auto format = formatOfText(text);
    if (!format)
        return Error{QStringLiteral("%1 names no owners: from line 1 on it has neither the columns "
                                    "table and owner, nor lines such as \"billing.* @team\", nor "
                                    "viewpoints of tbls.")
                         .arg(fileName),
                     {}};
    switch (*format) {
    case OwnerFormat::Table:
        return readOwnerTable(text, fileName);
    case OwnerFormat::CodeOwners:
        return readCodeOwners(text, fileName);
    case OwnerFormat::TblsViewpoints:
        return readTblsViewpoints(text, fileName);
    }
    Q_UNREACHABLE();
}

} // namespace

Error ownerFileError(const QString& fileName, int line, const QString& what)
{
    return {QStringLiteral("%1 cannot be read: %2 in line %3.").arg(fileName, what).arg(line), {}};
}

std::optional<OwnerFormat> ownerFormatOf(const QByteArray& text)
{
    const auto decoded = decodedOwnerText(text);
    return decoded ? formatOfText(*decoded) : std::nullopt;
}

Result<OwnerImport> importOwners(const QByteArray& text, const Catalog& catalog,
                                 const Boundaries& known, const QString& fileName)
{
    const auto decoded = decodedOwnerText(text);
    if (!decoded)
        return Error{QStringLiteral("%1 is no text in UTF-8; save it as UTF-8 and import it again.")
                         .arg(fileName),
                     {}};
    if (decoded->trimmed().isEmpty())
        return Error{QStringLiteral("%1 is empty.").arg(fileName), {}};
    const Result<OwnerSheet> sheet = readOwnerSheet(*decoded, fileName);
    if (!sheet)
        return sheet.error();
    return applyOwnerSheet(*sheet, catalog, known);
}

} // namespace cadastre
