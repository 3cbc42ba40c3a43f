// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the editor says around its fields: whether it is staged, what changed underneath, where the
// text will go, and what speaks against it.
#include "widgets/comment_editor.h"

#include "model/notes/comment_text.h"
#include "model/notes/note_suggestion.h"
#include "model/notes/note_tags.h"
#include "model/notes/sensitive_text.h"
#include "widgets/icons.h"
#include "widgets/muted_text.h"
#include "widgets/note_list.h"
#include "widgets/words_edit.h"

#include <QFontDatabase>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace cadastre {

namespace {

constexpr int wordsLines = 7;
constexpr int rawLines = 6;
constexpr int stateIconSize = 16;
constexpr int nearTheLimit = 200; // characters left, from which on they are counted

QLabel* wrappedLabel(QWidget* parent, const char* name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(80);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QString stateSentence(const CommentView& view)
{
    if (!view.readOnly.isEmpty())
        return view.readOnly;
    if (!view.staged)
        return {};
    switch (*view.staged) {
    case StageState::Current:
        return CommentEditor::tr("Staged, not written yet.");
    case StageState::Changed:
        return CommentEditor::tr(
            "Staged, but somebody changed the comment meanwhile. It reads now:");
    case StageState::Replaced:
        return CommentEditor::tr("Staged for another object that had this name; this one was made "
                                 "since. Its comment reads:");
    case StageState::Gone:
        return CommentEditor::tr("Staged, but the object is not there any more.");
    case StageState::Settled:
        return CommentEditor::tr("Staged; the database holds it already.");
    }
    Q_UNREACHABLE();
}

bool hasTheirs(const CommentView& view)
{
    return view.staged && view.readOnly.isEmpty() &&
           (*view.staged == StageState::Changed || *view.staged == StageState::Replaced);
}

/// "password", "e-mail address": each once.
QString sensitiveKinds(const QString& text)
{
    QStringList kinds;
    for (const SensitivePart& part : sensitivePartsOf(text)) {
        if (!kinds.contains(part.kind))
            kinds << part.kind;
    }
    return kinds.join(QStringLiteral(", "));
}

} // namespace

int characterCount(const QString& text)
{
    return static_cast<int>(text.toUcs4().size());
}

QString textHindrance(const QString& text, const CommentHome& home)
{
    if (text.contains(QChar(QChar::Null)))
        return CommentEditor::tr("No database can store the character NUL.");
    const int over = home.limit > 0 ? characterCount(text) - home.limit : 0;
    if (over > 0)
        return CommentEditor::tr(
                   "%1 too many: the database keeps %2. It stays staged, but cannot be "
                   "written like this.")
            .arg(CommentEditor::tr("%Ln characters", nullptr, static_cast<int>(over)),
                 QLocale().toString(home.limit));
    if (!home.basicPlaneOnly)
        return {};
    for (const uint character : text.toUcs4()) {
        if (character > 0xffff)
            return CommentEditor::tr("The database would turn %1 into a question mark: it stays "
                                     "staged, but cannot be written like this.")
                .arg(QString::fromUcs4(reinterpret_cast<const char32_t*>(&character), 1));
    }
    return {};
}

void CommentEditor::setUpState()
{
    m_stateBox = new QWidget(this);
    m_stateIcon = new QLabel(m_stateBox);
    m_state = wrappedLabel(m_stateBox, "commentState");
    m_revert = new QPushButton(tr("&Revert"), m_stateBox);
    m_revert->setToolTip(tr("Takes the edit off the stage; Undo brings it back"));
    m_write = new QPushButton(tr("&Write…"), m_stateBox);
    m_write->setToolTip(tr("Shows everything that is pending, and asks before it is written to the "
                           "database (Ctrl+Shift+P)"));
    m_keepMine = new QPushButton(tr("&Keep mine"), m_stateBox);
    m_keepMine->setToolTip(tr("What is staged shall replace what somebody wrote meanwhile"));
    m_takeTheirs = new QPushButton(tr("&Take theirs"), m_stateBox);
    m_takeTheirs->setToolTip(tr("Takes the edit off the stage; Undo brings it back"));
    m_before = wrappedLabel(m_stateBox, "commentBefore");
    keepMuted(m_before);
    auto* line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(m_stateIcon, 0, Qt::AlignTop);
    line->addWidget(m_state, 1);
    line->addWidget(m_write, 0, Qt::AlignTop);
    line->addWidget(m_revert, 0, Qt::AlignTop);
    auto* answers = new QHBoxLayout;
    answers->addWidget(m_keepMine);
    answers->addWidget(m_takeTheirs);
    answers->addStretch(1);
    auto* layout = new QVBoxLayout(m_stateBox);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(m_before);
    layout->addLayout(answers);
}

void CommentEditor::setUpFields()
{
    m_problem = wrappedLabel(this, "commentProblem");
    m_words = new WordsEdit(wordsLines, this);
    m_words->setObjectName(QStringLiteral("commentWords"));
    m_words->setAccessibleName(tr("Words of the comment"));
    m_words->setPlaceholderText(tr("What should the next reader know?"));
    m_notes = new NoteList(this);
    m_rawToggle = new QToolButton(this);
    m_rawToggle->setText(tr("Ra&w text"));
    m_rawToggle->setCheckable(true);
    m_rawToggle->setAutoRaise(true);
    m_rawToggle->setFocusPolicy(Qt::StrongFocus);
    m_rawToggle->setToolTip(tr("The comment as the database holds it: words, then notes"));
    m_suggest = new QToolButton(this);
    m_suggest->setObjectName(QStringLiteral("insertSuggestion"));
    m_suggest->setText(tr("Insert &suggestion"));
    m_suggest->setFocusPolicy(Qt::StrongFocus);
    auto* shortcut = new QShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+N")), this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, &CommentEditor::takeSuggestion);
    m_raw = new WordsEdit(rawLines, this);
    m_raw->setObjectName(QStringLiteral("commentRaw"));
    m_raw->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_raw->setAccessibleName(tr("Raw text of the comment"));
    m_raw->hide();
    m_advice = wrappedLabel(this, "commentAdvice");
    m_home = wrappedLabel(this, "commentHome");
    keepMuted(m_home);
    auto* tools = new QHBoxLayout;
    tools->addWidget(m_notes->addButton());
    tools->addStretch(1);
    tools->addWidget(m_rawToggle);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 6, 4, 4);
    layout->setSpacing(6);
    layout->addWidget(m_stateBox);
    layout->addWidget(m_problem);
    layout->addWidget(m_words, 3);
    layout->addWidget(m_notes);
    layout->addWidget(m_suggest, 0, Qt::AlignLeft);
    layout->addLayout(tools);
    layout->addWidget(m_raw, 2);
    layout->addWidget(m_advice);
    layout->addWidget(m_home);
}

void CommentEditor::showState()
{
    const QString sentence = stateSentence(m_view);
    const bool theirs = hasTheirs(m_view);
    const bool isStaged = m_view.staged && m_view.readOnly.isEmpty();
    m_stateBox->setVisible(!sentence.isEmpty());
    m_state->setText(sentence);
    const bool careful = theirs || (isStaged && *m_view.staged == StageState::Gone);
    const QIcon icon = !m_view.readOnly.isEmpty() ? themedIcon(QStringLiteral("info"))
                       : careful ? themedIcon(QStringLiteral("warning"), IconTone::Warning)
                                 : themedIcon(QStringLiteral("pending"), IconTone::Accent);
    m_stateIcon->setPixmap(icon.pixmap(stateIconSize, stateIconSize));
    m_revert->setVisible(isStaged && !theirs);
    m_write->setVisible(isStaged && *m_view.staged == StageState::Current);
    m_keepMine->setVisible(theirs);
    m_takeTheirs->setVisible(theirs);
    const QString shown = theirs ? m_view.theirs : m_view.before;
    m_before->setVisible(isStaged);
    const bool ofCreateText = !theirs && shown.isEmpty() && !m_view.inCreateText.isEmpty();
    m_before->setText(!isStaged      ? QString()
                      : ofCreateText ? tr("Before, in the CREATE text: %1").arg(m_view.inCreateText)
                      : shown.isEmpty() ? tr("Before: no comment")
                      : theirs          ? shown
                                        : tr("Before: %1").arg(shown));
    const bool hasPlace = m_view.home.place != CommentPlace::None || m_view.readOnly.isEmpty();
    m_home->setVisible(hasPlace && !m_view.home.sentence.isEmpty() && m_view.readOnly.isEmpty());
    m_home->setText(m_view.home.sentence);
}

/// Those that fit the object are offered in words and raw text.
void CommentEditor::showTags()
{
    QStringList tags;
    for (const NoteTag& tag : knownNoteTags()) {
        if (m_view.isColumn ? tag.forColumns : tag.forTables)
            tags << tag.name;
    }
    m_words->setTags(tags);
    m_raw->setTags(tags);
}

void CommentEditor::showAdvice()
{
    QStringList advice;
    bool wrong = false;
    if (const QString hindrance = textHindrance(m_text, m_view.home); !hindrance.isEmpty()) {
        advice << hindrance;
        wrong = true;
    } else if (const int left = m_view.home.limit - characterCount(m_text);
               m_view.home.limit > 0 && left < nearTheLimit) {
        advice << tr("%1 left of %2.")
                      .arg(tr("%Ln characters", nullptr, static_cast<int>(left)),
                           QLocale().toString(m_view.home.limit));
    }
    if (const QString kinds = m_view.readOnly.isEmpty() ? sensitiveKinds(m_text) : QString();
        !kinds.isEmpty()) {
        advice << tr("This looks like it holds a secret or personal data (%1). Everybody who can "
                     "connect can read a comment.")
                      .arg(kinds);
        wrong = true;
    }
    m_advice->setVisible(!advice.isEmpty());
    m_advice->setText(advice.isEmpty() ? QString()
                                       : QString((wrong ? QStringLiteral("⚠ ") : QString()) +
                                                 advice.join(QLatin1Char('\n'))));
    showSuggestion();
}

void CommentEditor::showSuggestion()
{
    const QStringList missing =
        m_view.readOnly.isEmpty() ? missingNotes(m_text, m_view.suggestion) : QStringList();
    m_suggest->setVisible(!missing.isEmpty());
    QStringList lines;
    for (const QString& line : missing)
        lines << line.toHtmlEscaped();
    m_suggest->setToolTip(
        tr("<p>Adds what follows from the catalog (%1):</p><p>%2</p>")
            .arg(QKeySequence(QStringLiteral("Ctrl+Shift+N")).toString(QKeySequence::NativeText),
                 lines.join(QStringLiteral("<br>"))));
}

void CommentEditor::showProblem(const QString& sentence)
{
    m_problem->setVisible(!sentence.isEmpty());
    m_problem->setText(sentence.isEmpty() ? QString() : QString(QStringLiteral("⚠ ") + sentence));
    m_isUnkept = !sentence.isEmpty();
}

} // namespace cadastre
