// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The lists of words; see the header.
#include "model/relations/names/word_roles.h"

#include <QHash>
#include <QStringList>

namespace cadastre {

namespace {

struct RoleWords
{
    WordRole role;
    const char* words;
};

constexpr RoleWords roleWords[] = {
    {WordRole::Identifier, "id ids uuid guid uid oid rid key fk pk sk ident identifier idx idfk"},
    {WordRole::WeakIdentifier,
     "code cod cd no nr num number numero nummer ref reference slug name nome nom handle login "
     "hash token iso abbr username codigo tag nbr"},
    {WordRole::PersonTable,
     "user usr person people member employee staff account contact agent actor customer "
     "usuario utilisateur benutzer utente gebruiker mitarbeiter persona personne mensch "
     "uzytkownik uzivatel operator admin individual worker teacher student patient profile "
     "principal personnel emp funcionario empleado pessoa identity "
     "kullanici pengguna bruger bruker anvandare role"},
    {WordRole::PersonRole,
     "owner author creator editor reviewer approver assignee assigner reporter sender recipient "
     "receiver manager supervisor modifier updater deleter uploader requester submitter "
     "performer moderator responsible salesperson salesrep representative rep coach mentor "
     "buyer seller inviter invitee organizer host guest leader lead observer provider autor "
     "besitzer bearbeiter ersteller verfasser proprietaire auteur createur responsable "
     "criador proprietario dono verantwortlich poster follower voter instructor tutor "
     "initiator issuer grantor grantee originator caller operator cashier authorizer "
     "createur digitiser digitizer observateur validator validateur creatorid assigned "
     "subscriber participant commenter publisher maintainer"},
    {WordRole::By, "by von par por door da podle przez af av"},
    {WordRole::Action,
     "created updated modified deleted changed approved assigned reviewed voided retired "
     "uploaded added edited inserted submitted closed opened resolved requested verified "
     "entered invited cancelled canceled locked published rejected confirmed performed sent "
     "received archived merged signed recorded creado actualizado modificado eliminado cree "
     "modifie erstellt geaendert geandert bearbeitet upd ins mod del prepared posted "
     "completed processed released paid issued validated last_modified banned disabled owned "
     "shared granted revoked completed started stopped processed reported managed"},
    {WordRole::Relative,
     "parent root previous prev next master original manager predecessor successor superior "
     "ancestor descendant reports reply replied superseded replaced merged duplicate linked "
     "sibling child base copied cloned forked thread related source target padre pai madre "
     "eltern vater oberkonto ubergeordnet uebergeordnet pere mere superordinate boss belongs "
     "precursor reversal reversed reversing parentid inherits upper above anterior siguiente "
     "pred succ trunk subof nadrazeny ouder genitore"},
    {WordRole::Attribute,
     "status state amount total price qty quantity date time datetime timestamp email mail phone "
     "fax mobile url uri path file filename title description desc text comment note notes body "
     "content value rate percent count size length width height weight address street city zip "
     "postcode postal latitude longitude lat lon lng color colour version level priority rank "
     "order "
     "sort position seq sequence year month day hour minute second enabled active deleted flag is "
     "has can min max avg sum score points balance currency language locale lang gender sex "
     "password salt secret ip mac port user_agent message subject format mode option settings "
     "config data json xml html image img icon photo picture avatar logo width first last middle "
     "prefix suffix label display alias short long remark remarks memo reason at on from until "
     "start end begin finish duration interval timeout limit offset index fecha datum statut "
     "estado "
     "betrag menge preis valor precio bezeichnung beschreibung checksum md5 sha1 crc bytes "
     "attempts retries hits views clicks age birth hash"},
    {WordRole::Foreign,
     "external extern ext legacy remote foreign old import imported google facebook twitter github "
     "stripe paypal apple aws azure slack session transaction request correlation trace message "
     "device client api oauth tracking process thread pid batch job mailchimp ldap sso saml "
     "auth0 hubspot salesforce zendesk intercom twilio sendgrid shopify"},
    {WordRole::Type,
     "type kind class category typ tipo art klasse clase categorie category categoria kategorie"},
    {WordRole::Filler,
     "to of the for in a an and or default main current primary secondary new old my own other "
     "its with per latest initial final actual real orig de del la le les des du der die das "
     "zu im am"},
};

} // namespace

WordRoles wordRoles(const QString& word)
{
    static const QHash<QString, WordRoles> table = [] {
        QHash<QString, WordRoles> roles;
        for (const RoleWords& line : roleWords) {
            for (const QString& one : QString::fromLatin1(line.words).split(QLatin1Char(' ')))
                roles[one] |= line.role;
        }
        return roles;
    }();
    return table.value(word);
}

} // namespace cadastre
